import {
  PLAN_KINDS,
  planKind,
  type PlanField,
  type PlanLineKind,
  type PlanText,
} from '@ehch/clinical/care-plan';
import { precisionOf } from '@ehch/clinical/time';
import { ABOUT_ME_HEADINGS } from '../codes/about-me.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue } from '../writers/operations/operation.ts';
import { lineName } from './line-name.ts';
import { ENDED, PLAN_CODES, PLAN_FORM, PROPOSAL, REPLACES } from './plan-codes.ts';
import type { Placed } from './placed.ts';

/** A line of words as an answered form, read. */
export interface FormLine {
  readonly kind: PlanLineKind;
  readonly fields: PlanText;
  readonly isProposal: boolean;
  /** The decision in whose place it is proposed, by the name of its resource; `null`: in nobody's. */
  readonly replaces: string | null;
  /** Why it holds no longer; `null`: it holds. */
  readonly ended: string | null;
  /** Items that are no field of this kind, or whose answer is of another type. They are shown beside the line. */
  readonly others: readonly JsonObject[];
}

/** The kind of line that an answered form is. `null`: it is another form. */
export function formLineKind(resource: JsonObject): PlanLineKind | null {
  if (textAt(resource, 'questionnaire')?.split('|')[0] !== PLAN_FORM) return null;
  const kinds = listAt(resource, 'item').map((item) => (textAt(item, 'linkId') ?? '').split('.')[0] ?? '');
  const found = kinds.find((kind) => planKindNamed(kind) !== null);
  return found === undefined ? null : planKindNamed(found);
}

function planKindNamed(name: string): PlanLineKind | null {
  // Guard: every object answers to "constructor".
  return Object.hasOwn(PLAN_KINDS, name) ? (name as PlanLineKind) : null;
}

/** An answered form as a line. `null`: it is no line of the plan. */
export function readFormLine(resource: JsonObject): FormLine | null {
  const kind = formLineKind(resource);
  if (kind === null) return null;
  const items = listAt(resource, 'item').filter(isObject);
  const fields: Record<string, string | null> = {};
  const read = new Set<JsonObject>();
  for (const [name, field] of Object.entries(planKind(kind).fields)) {
    const rows = items.filter((item) => textAt(item, 'linkId') === `${kind}.${name}`);
    const value = rows.length === 1 && isAsWritten(rows[0], field) ? answerOf(rows[0], field) : null;
    fields[name] = value;
    if (rows[0] !== undefined && value !== null) read.add(rows[0]);
  }
  const [proposal, ended, replaces] = [PROPOSAL, ENDED, REPLACES].map((id) =>
    items.find((item) => textAt(item, 'linkId') === id),
  );
  for (const item of [proposal, ended, replaces]) if (item !== undefined) read.add(item);
  return {
    kind,
    fields,
    isProposal: textAt(resource, 'status') === 'in-progress' || proposal !== undefined,
    replaces: replaces === undefined ? null : answerOf(replaces, { label: '', form: { kind: 'line' } }),
    ended: ended === undefined ? null : (textAt(listAt(ended, 'answer')[0], 'valueString') ?? ''),
    others: items.filter((item) => !read.has(item)),
  };
}

/**
 * Whether an item asks what the kit asks. What stands below it, or another question over the same answer, could turn it round:
 * "What not to do" is no advice.
 */
function isAsWritten(item: JsonObject | undefined, { label }: PlanField): boolean {
  const text = textAt(item, 'text');
  return (text === null || text === label) && listAt(item, 'item').length === 0;
}

/** One answer. `null`: none, several, or one that this field cannot hold. */
function answerOf(item: JsonObject | undefined, { form }: PlanField): string | null {
  const answers = listAt(item, 'answer');
  const [answer] = answers;
  // What lies below an answer could turn it round, so such an item is shown whole beside the line.
  if (answers.length !== 1 || Object.keys(answer as JsonObject).length !== 1) return null;
  if (form.kind === 'one-of') {
    const coding = isObject(answer) ? answer['valueCoding'] : undefined;
    const [code, display] = [textAt(coding, 'code'), textAt(coding, 'display')];
    const isKnown =
      textAt(coding, 'system') === PLAN_CODES && code !== null && Object.hasOwn(form.options, code);
    // A code whose words say something else says neither.
    return isKnown && (display === null || display === form.options[code]) ? code : null;
  }
  if (form.kind === 'day') return textAt(answer, 'valueDate') ?? textAt(answer, 'valueDateTime');
  if (form.kind === 'line') {
    const reference = isObject(answer) ? textAt(answer['valueReference'], 'reference') : null;
    // A server may give the reference with its own address before it.
    return reference === null ? null : lineName(reference);
  }
  return textAt(answer, 'valueString');
}

/** Where the fields of a line lie in its form: one item a field. */
export function formPlaces(kind: PlanLineKind, fields: PlanText): readonly Placed[] {
  return Object.entries(planKind(kind).fields).map(([name, field]) => {
    const linkId = `${kind}.${name}`;
    const value = fields[name] ?? null;
    return {
      path: ['item', { key: linkId }],
      value:
        value === null
          ? undefined
          : {
              linkId,
              ...definitionOf(linkId, fields),
              text: field.label,
              answer: [answerWith(field, value)],
            },
    };
  });
}

/** PRSB's code of the heading, so that a reader of About Me knows the part without this form. */
function definitionOf(linkId: string, { heading }: PlanText): { readonly definition?: string } {
  if (linkId !== 'about-me.text') return {};
  const [code] = [...ABOUT_ME_HEADINGS].find(([, name]) => name === heading) ?? [];
  return code === undefined ? {} : { definition: `http://snomed.info/sct#${code}` };
}

function answerWith({ form }: PlanField, value: string): JsonValue {
  switch (form.kind) {
    case 'one-of':
      return { valueCoding: { system: PLAN_CODES, code: value, display: form.options[value] ?? value } };
    case 'day':
      return precisionOf(value) === 'moment' ? { valueDateTime: value } : { valueDate: value };
    case 'line':
      return { valueReference: { reference: lineName(value) } };
    case 'words':
      return { valueString: value };
  }
}

/** The item that says that a line holds no longer. */
export function endedPlace(reason: string): Placed {
  return {
    path: ['item', { key: ENDED }],
    value: { linkId: ENDED, text: 'Holds no longer', answer: [{ valueString: reason }] },
  };
}
