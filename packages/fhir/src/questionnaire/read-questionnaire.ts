import { formatDate } from '@ehch/clinical/display';
import type { FormDefinition, FormLimit } from '@ehch/clinical/form';
import { precisionOf } from '@ehch/clinical/time';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { isTooDeep } from '../json.ts';
import { plainWords } from './plain-words.ts';
import { nameCircles } from './circles.ts';
import { contentVersion } from './content-version.ts';
import { variablesOf } from './expressions.ts';
import { extensionValue } from './json-value.ts';
import { nameLeftOverOfForm } from './left-over.ts';
import { nameConstraints, UNKNOWN_MODIFIER } from './not-carried-out.ts';
import { outlineOf, type Outline } from './outline.ts';
import { readItems } from './read-items.ts';
import { shapeOf } from './read-question.ts';
import { limit, type FormReading } from './reading.ts';
import type { Refusal } from './refusal.ts';
import { EXT, FORM_ID, OWN_EXT } from './urls.ts';

/** A form, or the reasons for refusing it. Its `limits` say what is not carried out here. */
export type QuestionnaireReading =
  | { readonly form: FormDefinition; readonly refused?: never }
  | { readonly form: null; readonly refused: readonly Refusal[] };

/**
 * Reads a FHIR R4 Questionnaire, and the elements that STU3 and R5 have in common with it. Never throws,
 * whatever the value. No part of the form is left out silently.
 */
export function readQuestionnaire(json: unknown): QuestionnaireReading {
  if (isTooDeep(json))
    return refused({ why: 'too-deep', words: 'The form is nested deeper than any form in use.' });
  if (!isObject(json) || json['resourceType'] !== 'Questionnaire')
    return refused({ why: 'not-this-resource', words: 'This is not a FHIR Questionnaire.' });
  if (isObject(json['group']))
    return refused({
      why: 'another-version',
      words:
        'This form is in FHIR DSTU2, whose forms are built in another way. An R4 Questionnaire is needed.',
    });
  const outline = outlineOf(json);
  return 'why' in outline ? refused(outline) : formOf(outline);
}

function refused(why: Refusal): QuestionnaireReading {
  return { form: null, refused: [why] };
}

/**
 * Reads a form in passes: shapes first, then items, because conditions and calculations refer to items
 * anywhere.
 */
function formOf(outline: Outline): QuestionnaireReading {
  const { json } = outline;
  const reading: FormReading = {
    outline,
    limits: [...statedLimits(json)],
    refusals: [],
    shapes: new Map(),
    variables: variablesOf(outline),
  };
  nameWhatIsNotDone(reading, json);
  for (const item of outline.byId.values())
    if (item.type !== 'group' && item.type !== 'display') reading.shapes.set(item.id, shapeOf(reading, item));
  refuseSameNames(reading);
  nameCircles(reading);
  const items = readItems(reading, outline.items);
  const [refusal] = reading.refusals;
  if (refusal !== undefined) return refused(refusal);
  const label = textAt(json, 'copyrightLabel') ?? extensionValue(json, EXT.copyrightLabel);
  const notices = [
    ...(textAt(json, 'copyright') ?? '').split(/\n{2,}/),
    typeof label === 'string' ? label : '',
  ]
    .map((each) => plainWords(each))
    .filter((each) => each !== null);
  const form: FormDefinition = {
    id: formId(json),
    title: plainWords(textAt(json, 'title') ?? textAt(json, 'name')) ?? 'Form without a title',
    version: plainWords(textAt(json, 'version')) ?? contentVersion(json),
    items,
    ...(notices.length === 0 ? {} : { notices }),
    ...(reading.limits.length === 0 ? {} : { limits: reading.limits }),
  };
  return { form };
}

/**
 * Refuses two different calculations of one place and name, because whatever uses the name could mean either.
 */
function refuseSameNames({ variables, refusals }: FormReading): void {
  const texts = new Map<string, string>();
  for (const { name, at, text } of variables) {
    const key = JSON.stringify([at?.id ?? null, name]);
    const other = texts.get(key) ?? text;
    texts.set(key, other);
    if (other !== text)
      refusals.push({
        why: 'two-scores',
        words: `Two calculations of the form have the name "${plainWords(name) ?? ''}", so that a total could be either.`,
      });
  }
}

function spanWords(period: JsonObject): string {
  const day = (name: string) => {
    const value = textAt(period, name);
    return value === null || precisionOf(value) === null ? null : formatDate(value);
  };
  const [start, end] = [day('start'), day('end')];
  const parts = [start === null ? null : `from ${start}`, end === null ? null : `until ${end}`];
  return parts.filter((each) => each !== null).join(' ') || 'at certain times only';
}

/** The id of a form that this product wrote. `null`: it is somebody else's. */
function ownId(json: JsonObject): string | null {
  return textAt(
    listAt(json, 'identifier').find((each) => textAt(each, 'system') === FORM_ID),
    'value',
  );
}

/** The id of a form. Drafts refer to it, so the most stable name comes first. */
function formId(json: JsonObject): string {
  return (
    ownId(json) ??
    textAt(json, 'url') ??
    textAt(json, 'id') ??
    textAt(json, 'name') ??
    textAt(json, 'title') ??
    'questionnaire'
  );
}

/** Names what the form as a whole states and nobody here carries out. */
function nameWhatIsNotDone(reading: FormReading, json: JsonObject): void {
  if (json['modifierExtension'] !== undefined || json['implicitRules'] !== undefined)
    limit(reading, null, UNKNOWN_MODIFIER);
  nameLeftOverOfForm(reading);
  nameConstraints(reading, null);
  const status = textAt(json, 'status');
  if (status === 'retired') limit(reading, null, 'The form is marked as retired by those who publish it.');
  // This product's own forms are drafts until somebody publishes them.
  if (status === 'draft' && ownId(json) === null)
    limit(reading, null, 'The form is marked as a draft by those who publish it.');
  if (json['experimental'] === true) limit(reading, null, 'The form is marked as being for tests only.');
  const period = json['effectivePeriod'];
  if (isObject(period)) limit(reading, null, `The form is meant to be used ${spanWords(period)}.`);
  const subjects = listAt(json, 'subjectType');
  if (subjects.length > 0 && !subjects.includes('Patient'))
    limit(reading, null, 'The form is not meant to be about a person.');
}

/** The limits that an imported form was given before it was written again. */
function statedLimits(json: JsonObject): readonly FormLimit[] {
  return extensionsOf(json['extension'], OWN_EXT.limit).flatMap((each) => {
    const [item, said] = ['item', 'words'].map((name) => extensionValue(each, name));
    const plain = typeof said === 'string' ? plainWords(said) : null;
    return plain === null ? [] : [{ item: typeof item === 'string' ? item : null, words: plain }];
  });
}
