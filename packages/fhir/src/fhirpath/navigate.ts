import type { OutlineItem } from '../questionnaire/outline.ts';
import { pointsIn } from './points-in.ts';
import { literal, readingOf, values, type Meaning, type Place, type Places } from './meaning.ts';
import { notCovered } from './not-covered.ts';

/** `of.name` */
export function member(of: Meaning, name: string, place: Place): Meaning {
  switch (of.kind) {
    case 'response':
      return notCovered(`${name} of the response`);
    case 'items':
      return itemMember(of, name);
    case 'answers':
      return answerMember(of, name, place);
    case 'answer-values':
      return valueMember(of, name, place);
    case 'alternatives':
      return { ...of, of: of.of.map((each) => ({ ...each, meaning: member(each.meaning, name, place) })) };
    case 'values':
      // A value that is no coding has neither.
      if (name === 'code') return values({ op: 'code', of: of.expression });
      return name === 'display'
        ? values({ op: 'text', of: of.expression })
        : notCovered(`${name} of a value`);
    case 'questionnaire':
      return notCovered(`${name} of the form`);
    case 'definitions':
      return definitionMember(of.items, name);
    case 'options':
      if (name === 'valueCoding' || name === 'value') return { ...of, inCoding: true };
      return name === 'code' && of.inCoding
        ? { ...of, kind: 'option-codes' }
        : notCovered(`${name} of an option`);
    case 'chosen-option':
      if ((name === 'valueCoding' || name === 'value') && !of.inCoding) return { ...of, inCoding: true };
      return name === 'extension' ? { ...of, kind: 'chosen-extensions' } : notCovered(`${name} of an option`);
    case 'chosen-extensions':
      return name === 'url' ? { ...of, kind: 'extension-urls' } : notCovered('any extension of an option');
    case 'score':
      if (name !== 'value' && name !== 'valueDecimal') return notCovered(`${name} of a score`);
      return values(pointsIn(of, place));
    default:
      return notCovered(`${name} of ${of.kind}`);
  }
}

/** The top items of the response or the form. */
export function topMember(
  kind: 'response' | 'questionnaire',
  name: string,
  top: readonly OutlineItem[],
): Meaning {
  if (name !== 'item') return notCovered(`${name} of the ${kind}`);
  return kind === 'response'
    ? { kind: 'items', items: top, rowwise: false }
    : { kind: 'definitions', items: top };
}

/** `item`, `answer` or `linkId` of items in the response. */
function itemMember(of: Extract<Meaning, { kind: 'items' | 'answers' }>, name: string): Meaning {
  const { items } = of;
  // In a response, items under a question are under its answers.
  if (name === 'item') return { ...of, items: items.filter(isGroup).flatMap((each) => each.items) };
  if (name === 'answer') return { ...of, kind: 'answers', items: items.filter((each) => !isGroup(each)) };
  return name === 'linkId' ? linkIds(items) : notCovered(`${name} of an item`);
}

function linkIds(items: readonly OutlineItem[]): Meaning {
  const [only] = items;
  if (only === undefined) return values({ op: 'nothing' });
  return items.length === 1 ? literal(only.id) : notCovered('several linkIds at once');
}

/** `item` or `value[x]` of answers. */
function answerMember(
  of: Extract<Meaning, { kind: 'items' | 'answers' }>,
  name: string,
  place: Place,
): Meaning {
  if (name === 'item') return { ...of, kind: 'items', items: of.items.flatMap((each) => each.items) };
  const all: Meaning = { ...of, kind: 'answer-values', codings: false };
  if (name === 'value') return all;
  return name.startsWith('value')
    ? ofType(all, name.slice('value'.length), place)
    : notCovered(`${name} of an answer`);
}

/** The values of one FHIR type. */
export function ofType(of: Meaning, name: string, place: Place): Meaning {
  if (of.kind === 'alternatives')
    return { ...of, of: of.of.map((each) => ({ ...each, meaning: ofType(each.meaning, name, place) })) };
  if (of.kind !== 'answer-values') return notCovered(`the type of ${of.kind}`);
  const type = name.replace(/^(FHIR|System)\./, '').toLowerCase();
  const items = of.items.filter((each) => typesOf(each, place).has(type));
  if (type === 'coding') return { ...of, items, codings: true };
  if (items.some((each) => typesOf(each, place).size > 1)) return notCovered('one kind of several');
  return { ...of, items };
}

/** FHIR types of the answers to a question, by its type. */
const TYPES: { readonly [type: string]: string } = { text: 'string', 'open-choice': 'string', url: 'uri' };
const OPTION_TYPES = {
  text: 'string',
  integer: 'integer',
  date: 'date',
  time: 'time',
  display: 'coding',
} as const;

function typesOf({ id, type }: OutlineItem, { shapes }: Place): ReadonlySet<string> {
  if (type !== 'choice' && type !== 'open-choice') return new Set([TYPES[type] ?? type.toLowerCase()]);
  const kinds = (shapes.get(id)?.options ?? []).map(({ kind }) => OPTION_TYPES[kind ?? 'display']);
  return new Set([
    ...(kinds.length === 0 ? ['coding'] : kinds),
    ...(type === 'open-choice' ? ['string'] : []),
  ]);
}

/** `value`, `code` or `display` of values. */
function valueMember(of: Places, name: string, place: Place): Meaning {
  const quantities = of.items.filter(({ type }) => type === 'quantity');
  if (name === 'value') return values(readingOf({ ...of, items: quantities }, place));
  if (quantities.length > 0) return notCovered(`${name} of a quantity`);
  if (name === 'code') return values({ op: 'code', of: readingOf(of, place) });
  return name === 'display'
    ? values({ op: 'text', of: readingOf(of, place) })
    : notCovered(`${name} of a value`);
}

/** `item`, `linkId` or `answerOption` of items in the form. */
function definitionMember(items: readonly OutlineItem[], name: string): Meaning {
  if (name === 'item') return { kind: 'definitions', items: items.flatMap((each) => each.items) };
  if (name === 'linkId') return linkIds(items);
  const [only] = items;
  if (name !== 'answerOption' || only === undefined || items.length > 1)
    return notCovered(`${name} of a question`);
  return { kind: 'options', item: only, inCoding: false };
}

/** All items below, as far as a criterion on linkIds can select them. */
export function descendants(of: Meaning, top: readonly OutlineItem[], throughAnswers: boolean): Meaning {
  const below = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
    items.flatMap((each) => [each, ...(throughAnswers || isGroup(each) ? below(each.items) : [])]);
  const under = (items: readonly OutlineItem[]) =>
    items.flatMap((each) => (throughAnswers || isGroup(each) ? below(each.items) : []));
  const once = !throughAnswers;
  if (of.kind === 'response') return { kind: 'items', items: below(top), rowwise: false, once };
  if (of.kind === 'questionnaire')
    return { kind: 'definitions', items: top.flatMap((each) => [each, ...everything(each)]) };
  if (of.kind === 'items') return { ...of, items: under(of.items), once };
  if (of.kind === 'definitions') return { ...of, items: of.items.flatMap(everything) };
  return notCovered(`everything below ${of.kind}`);
}

function everything(item: OutlineItem): readonly OutlineItem[] {
  return item.items.flatMap((each) => [each, ...everything(each)]);
}

function isGroup({ type }: OutlineItem): boolean {
  return type === 'group' || type === 'display';
}
