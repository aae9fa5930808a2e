import { comparePartialDates, precisionOf, type Caution } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { TextPart } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isPlainHeading } from './limits-words.ts';
import { quantityPart } from './quantity.ts';

type Response = Held<'QuestionnaireResponse'>;

export interface AnsweredItem {
  /** Unique in the response. */
  readonly id: string;
  readonly linkId: string | null;
  readonly definition: string | null;
  readonly title: string | null;
  /** The headings that it stands under: "Treatments I refuse" above "blood transfusion: yes". */
  readonly under: string | null;
  readonly answer: readonly TextPart[];
  /** The same answers as they came. */
  readonly answers: readonly Answer[];
}

/** Every item with an answer, in order, however deep. */
export function answeredItems({ value }: Response): readonly AnsweredItem[] {
  return (value.item ?? []).flatMap((item, index) => walk(item, String(index), []));
}

function walk(item: ResponseItem, path: string, above: readonly (string | null)[]): readonly AnsweredItem[] {
  const answers = item.answer ?? [];
  const texts = answers.flatMap((answer) => answerWords(answer) ?? []);
  const own =
    texts.length === 0
      ? []
      : [
          {
            id: path,
            linkId: item.linkId ?? null,
            definition: item.definition ?? null,
            title: words(item.text),
            under: joined(
              above.filter((heading) => !isPlainHeading(heading ?? '')),
              ': ',
            ),
            answer: texts.flatMap((text, place) => (place === 0 ? text : [', ', text])),
            answers,
          },
        ];
  const below = [...(item.item ?? []), ...answers.flatMap((answer) => answer.item ?? [])];
  const headings = [...above, words(item.text)];
  return [...own, ...below.flatMap((child, index) => walk(child, `${path}.${index}`, headings))];
}

export type Answer = NonNullable<ResponseItem['answer']>[number];

/** One answer as it will be written. What it refers to is told by its words, else it is said that there is something. */
export function answerParts(answer: Answer): TextPart | null {
  const { valueUri, valueAttachment, valueReference } = answer;
  const isThere = valueAttachment !== undefined || words(valueReference?.reference) !== null;
  const name = words(valueUri) ?? words(valueAttachment?.title);
  return answerWords(answer) ?? name ?? (isThere ? 'in another record, not shown here' : null);
}

function answerWords(answer: Answer): TextPart | null {
  const { valueBoolean, valueDecimal, valueInteger, valueQuantity, valueCoding, valueReference } = answer;
  if (valueBoolean !== undefined) return valueBoolean ? 'Yes' : 'No';
  const number = valueDecimal ?? valueInteger;
  if (number !== undefined) return String(number);
  const quantity = quantityPart(valueQuantity);
  if (quantity !== null) return quantity;
  if (valueCoding !== undefined) return conceptWords({ coding: [valueCoding] }, new Set());
  const date = answer.valueDate ?? answer.valueDateTime;
  if (date !== undefined) return precisionOf(date) === null ? words(date) : { date };
  return words(answer.valueString) ?? words(answer.valueTime) ?? words(valueReference?.display);
}

const UNFINISHED: readonly Response['value']['status'][] = ['in-progress', 'stopped'];

/**
 * [P] Of several responses to one form the newest that is finished counts, and the older ones are not in force any more. One
 * that is not finished, or is dated in the future, stands beside it and puts none out of force.
 */
export function newestOfEach(record: PatientRecord, responses: readonly Response[]): readonly Response[] {
  const replaced = new Set<string>();
  const sorted = responses.toSorted((a, b) => comparePartialDates(authoredOn(a), authoredOn(b)));
  return sorted.filter((held) => {
    const form = held.value.questionnaire?.split('|')[0] ?? held.key;
    if (replaced.has(form)) {
      record.setAside(held, 'not-in-force');
      return false;
    }
    if (!UNFINISHED.includes(held.value.status) && !isAfterNow(authoredOn(held), record)) replaced.add(form);
    return true;
  });
}

function authoredOn({ value }: Response) {
  return readDate(value.authored, new Set<Caution>());
}
