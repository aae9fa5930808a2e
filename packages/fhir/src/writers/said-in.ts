import { NOT_ASSESSED } from '@ehch/clinical/assessment';
import { formatDateTime, formatNumber, formatQuantity } from '@ehch/clinical/display';
import { planFieldWords, planKind, type PlanLineKind, type PlanText } from '@ehch/clinical/care-plan';
import { lineIn } from '../care-plan/codec-of.ts';
import { EXTENSION } from '../codes/systems.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extension, extensionValue, polymorphic, type Polymorphic } from '../questionnaire/json-value.ts';

/** One thing that a resource of ours says, in words. */
export interface Said {
  readonly label: string;
  readonly said: string;
}

/**
 * What a resource that the kit wrote says, for a person who decides about it before a server has it. What has no words of
 * its own comes as it is written, so that nothing is left out. A Provenance only says who and when, so it says nothing here.
 */
export function saidIn(resource: JsonObject): readonly Said[] {
  const line = lineIn(resource);
  if (line !== null && textAt(resource, 'resourceType') !== 'QuestionnaireResponse')
    return saidInLine(line.kind, line.fields);
  switch (textAt(resource, 'resourceType')) {
    case 'QuestionnaireResponse':
      return listAt(resource, 'item').flatMap((item) => saidByItem(item, []));
    case 'Observation':
      return saidByFinding(resource, []);
    case 'Provenance':
      return [];
    default:
      return [{ label: textAt(resource, 'resourceType') ?? 'Record', said: JSON.stringify(resource) }];
  }
}

/** A line of the plan, field by field, in the words of the card. */
function saidInLine(kind: PlanLineKind, fields: PlanText): readonly Said[] {
  return Object.entries(planKind(kind).fields).flatMap(([name, { label, form }]) => {
    const words = planFieldWords(kind, name, fields[name] ?? null);
    if (words === null) return [];
    return [{ label, said: form.kind === 'day' ? formatDateTime(words) : words }];
  });
}

/** The title of the form that a response answers. `null`: the resource has none. */
export function formTitleIn(resource: JsonObject): string | null {
  const own = resource['_questionnaire'];
  const title = isObject(own) ? extensionValue(own, EXTENSION.display) : null;
  return typeof title === 'string' && title.trim() !== '' ? title : null;
}

function saidByItem(item: unknown, above: readonly string[]): readonly Said[] {
  if (!isObject(item)) return [];
  const names = [...above, textAt(item, 'text') ?? textAt(item, 'linkId') ?? 'Question'];
  const answers = listAt(item, 'answer');
  const own = answers.length > 0 ? answers.map(answerWords).join(', ') : absentWords(item);
  const missing = extensionValue(item, EXTENSION.soFar);
  // A total of half the questions must not be read as the whole.
  const soFar = typeof missing === 'number' ? ` so far, ${missing} not answered` : '';
  const under = [item, ...answers].flatMap((each) => listAt(each, 'item'));
  return [
    ...(own === null ? [] : [{ label: names.join(', '), said: own + soFar }]),
    ...under.flatMap((each) => saidByItem(each, names)),
  ];
}

function answerWords(answer: unknown): string {
  const value = polymorphic(answer, 'value');
  if (value === null) return JSON.stringify(answer);
  const number = isObject(answer) ? extension(answer, EXTENSION.number) : undefined;
  const typed = number === undefined ? undefined : extensionValue(number, 'enteredValue');
  const unit = number === undefined ? undefined : extensionValue(number, 'enteredUnit');
  const entered = typed === undefined ? '' : ` (entered as ${[typed, unit].filter(Boolean).join(' ')})`;
  return valueWords(value) + entered;
}

/** Why a question has no answer. `null`: it is a heading. */
function absentWords(item: JsonObject): string | null {
  const own = extension(item, EXTENSION.notGiven);
  const state = own === undefined ? null : extensionValue(own, 'state');
  const reason = own === undefined ? null : extensionValue(own, 'reason');
  const why = typeof reason === 'string' && reason !== '' ? ` (${reason})` : '';
  if (isNotAssessed(state)) return `not assessed: ${NOT_ASSESSED[state]}${why}`;
  return listAt(item, 'item').length > 0 ? null : 'no answer';
}

function isNotAssessed(state: unknown): state is keyof typeof NOT_ASSESSED {
  return typeof state === 'string' && state in NOT_ASSESSED;
}

function saidByFinding(finding: unknown, above: readonly string[]): readonly Said[] {
  if (!isObject(finding)) return [];
  const names = [...above, conceptWords(finding['code']) ?? 'Finding'];
  const value = polymorphic(finding, 'value');
  const absent = conceptWords(finding['dataAbsentReason']);
  const band = listAt(finding, 'interpretation').flatMap((each) => conceptWords(each) ?? []);
  const notes = listAt(finding, 'note').flatMap((each) => textAt(each, 'text') ?? []);
  const words = [
    ...(value === null ? [] : [valueWords(value)]),
    ...(absent === null ? [] : [`no value: ${absent}`]),
    ...band,
    ...notes,
  ];
  const day = textAt(finding, 'effectiveDateTime');
  if (words.length > 0 && day !== null) words.push(`on ${formatDateTime(day)}`);
  return [
    ...(words.length === 0 ? [] : [{ label: names.join(', '), said: words.join('; ') }]),
    ...listAt(finding, 'component').flatMap((each) => saidByFinding(each, names)),
  ];
}

function valueWords({ type, value }: Polymorphic): string {
  if (type === 'Boolean') return value === true ? 'Yes' : 'No';
  if (typeof value === 'string') return type.startsWith('Date') ? formatDateTime(value) : value;
  if (typeof value === 'number') return formatNumber(value);
  return quantityWords(value) ?? conceptWords(value) ?? JSON.stringify(value);
}

function quantityWords(value: unknown): string | null {
  const amount = isObject(value) ? value['value'] : null;
  if (typeof amount !== 'number') return null;
  const code = textAt(value, 'code');
  // Points and plain numbers have a unit in UCUM, which nobody reads out.
  const isPlain = code === '{ScoreOf}' || code === '1';
  return formatQuantity(amount, isPlain ? null : (textAt(value, 'unit') ?? code));
}

/** The words of a CodeableConcept or a Coding; its code where it has no words. */
function conceptWords(concept: unknown): string | null {
  const [coding] = listAt(concept, 'coding');
  return (
    textAt(concept, 'text') ??
    textAt(concept, 'display') ??
    textAt(concept, 'code') ??
    textAt(coding, 'display') ??
    textAt(coding, 'code')
  );
}
