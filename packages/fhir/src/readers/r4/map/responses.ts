import type { Caution } from '@ehch/clinical';
import { comparePartialDates, isSurelyOlder, precisionOf } from '@ehch/clinical/time';
import { conceptWords } from '../../../coding.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import type { TextPart } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { reasonWords } from './absent-reason.ts';
import type { AnsweredValue } from './answered.ts';
import { asidesOf, partsOfAnswer, whyNone } from './answer-asides.ts';
import { isPlainHeading } from './limits-words.ts';
import { isFirm } from './not-in-force.ts';
import { quantityPart, unitName } from './quantity.ts';

type Response = Held<'QuestionnaireResponse'>;

/** An item of a form with its answer, as the maps read it. */
export interface AnsweredItem {
  /** Unique in the response. */
  readonly id: string;
  readonly linkId: string | null;
  readonly definition: string | null;
  readonly title: string | null;
  /** The headings above the item: "Treatments I refuse" above "blood transfusion: yes". */
  readonly under: string | null;
  /** The items above it, the innermost last. */
  readonly above: readonly ResponseItem[];
  /** The answer in words, with whatever qualifies it. Without an answer, the reason. */
  readonly answer: readonly TextPart[];
  /** The same answers as sent. Empty where somebody gave a reason for having none. */
  readonly answers: readonly Answer[];
  readonly asides: readonly string[];
}

/** Every item with an answer, or with a reason for having none, in order and at any depth. */
export function answeredItems(held: Response): readonly AnsweredItem[] {
  return (held.value.item ?? []).flatMap((item, index) => walk(held, item, String(index), []));
}

function walk(
  held: Response,
  item: ResponseItem,
  path: string,
  above: readonly ResponseItem[],
): readonly AnsweredItem[] {
  const answers = item.answer ?? [];
  const answer = itemParts(held, item);
  const headings = above.map(({ text }) => words(text) ?? '').filter((heading) => !isPlainHeading(heading));
  const own: AnsweredItem = {
    id: path,
    linkId: item.linkId ?? null,
    definition: item.definition ?? null,
    title: words(item.text),
    under: joined(headings, ': '),
    above,
    answer: answer ?? [],
    answers,
    asides: asidesOf(item, held),
  };
  const below = belowOf(item).flatMap((child, index) =>
    walk(held, child, `${path}.${index}`, [...above, item]),
  );
  return answer === null ? below : [own, ...below];
}

/** The items under an item, and those under its answers. */
export function belowOf({ item = [], answer = [] }: ResponseItem): readonly ResponseItem[] {
  return [...item, ...answer.flatMap((each) => each.item ?? [])];
}

/**
 * The answer to a question, or the reason for having none, with whatever qualifies it. `null`: nobody
 * answered the question.
 */
export function itemParts(held: Response, item: ResponseItem): readonly TextPart[] | null {
  const given = item.answer ?? [];
  const parts = given.map(answerParts).filter((each) => each.length > 0);
  // An unreadable answer is not an unanswered question.
  const isLost =
    item.answer !== undefined && parts.length === 0 && given.every((each) => each.item === undefined);
  const why = whyNone(item) ?? (isLost ? 'an answer that could not be read' : null);
  const said = parts.length === 0 && why !== null ? [[why]] : parts;
  const beside = [...(parts.length === 0 ? [] : [why]), ...asidesOf(item, held)];
  const asides = joined(beside, '; ');
  if (said.length === 0 && asides === null) return null;
  return [
    ...said.flatMap((each, place) => (place === 0 ? each : [', ', ...each])),
    ...(asides === null ? [] : [` (${asides})`]),
  ];
}

export type Answer = NonNullable<ResponseItem['answer']>[number];

/**
 * One answer as it will be written. A reference is shown by its words; without any, the screen says that
 * there is something.
 */
function answerParts(answer: Answer): readonly TextPart[] {
  const { valueDecimal, valueInteger, extension } = answer;
  const number = partsOfAnswer(extension, EXTENSION.number);
  const [unit, entered, enteredUnit] = ['unit', 'enteredValue', 'enteredUnit'].map((name) =>
    number.get(name),
  );
  const value = valueDecimal ?? valueInteger;
  const quantity =
    value === undefined || unit === undefined ? null : quantityPart({ value, unit, code: unit });
  const said = quantity ?? answerWords(answer) ?? otherWords(answer);
  const typed = joined([entered, unitName(enteredUnit) ?? enteredUnit]);
  const asides = [
    quantity === null ? unit : null,
    typed === null ? null : `entered as ${typed}`,
    number.get(''),
  ];
  const beside = joined(asides, '; ');
  return [...(said === null ? [] : [said]), ...(beside === null ? [] : [` (${beside})`])];
}

/** The words for an answer that refers to something else. */
function otherWords({ valueUri, valueAttachment, valueReference }: Answer): string | null {
  const isThere = valueAttachment !== undefined || words(valueReference?.reference) !== null;
  const name = words(valueUri) ?? words(valueAttachment?.title);
  return name ?? (isThere ? 'in another record, not shown here' : null);
}

function answerWords(answer: Answer): TextPart | null {
  const { valueBoolean, valueDecimal, valueInteger, valueQuantity, valueCoding, valueReference } = answer;
  if (valueBoolean !== undefined) return valueBoolean ? 'Yes' : 'No';
  const number = valueDecimal ?? valueInteger;
  if (number !== undefined) return String(number);
  const quantity = quantityPart(valueQuantity);
  if (quantity !== null) return quantity;
  // "Unknown" is an answer.
  if (valueCoding !== undefined)
    return conceptWords({ coding: [valueCoding] }, new Set()) ?? reasonWords({ coding: [valueCoding] });
  const date = answer.valueDate ?? answer.valueDateTime;
  if (date !== undefined) return precisionOf(date) === null ? words(date) : { date };
  return words(answer.valueString) ?? words(answer.valueTime) ?? words(valueReference?.display);
}

/** An answer as the value of an observation whose code is the question. */
export function valueOfAnswer(answer: Answer): AnsweredValue {
  const { valueBoolean, valueInteger, valueDecimal, valueQuantity, valueCoding } = answer;
  const { valueString, valueDate, valueDateTime, valueTime, valueReference } = answer;
  return {
    valueBoolean,
    valueInteger: valueInteger ?? valueDecimal,
    valueQuantity,
    valueCodeableConcept: valueCoding === undefined ? undefined : { coding: [valueCoding] },
    valueString:
      valueString ?? valueTime ?? words(valueReference?.display) ?? otherWords(answer) ?? undefined,
    valueDateTime: valueDateTime ?? valueDate,
  };
}

const UNFINISHED: readonly Response['value']['status'][] = ['in-progress', 'stopped'];

/**
 * [P] Of several responses to one form, the newest finished one counts, and replaces the older ones. A
 * response that is unfinished, in doubt, dated in the future, or without these answers is shown beside it and
 * replaces none. A response that is not surely older stays too.
 */
export function newestOfEach(
  record: PatientRecord,
  responses: readonly Response[],
  answers: (held: Response) => boolean,
): readonly Response[] {
  const formOf = ({ key, value }: Response) => value.questionnaire?.split('|')[0] ?? key;
  const sorted = responses.toSorted((a, b) => comparePartialDates(authoredOn(a), authoredOn(b)));
  const counted = sorted.filter(
    (held) =>
      !UNFINISHED.includes(held.value.status) &&
      isFirm(held.cautions) &&
      !isAfterNow(authoredOn(held), record) &&
      answers(held),
  );
  return sorted.filter((held) => {
    const isReplaced = counted.some(
      (other) => formOf(other) === formOf(held) && isSurelyOlder(authoredOn(held), authoredOn(other)),
    );
    if (isReplaced) record.setAside(held, 'not-in-force');
    return !isReplaced;
  });
}

function authoredOn({ value }: Response) {
  return readDate(value.authored, new Set<Caution>());
}
