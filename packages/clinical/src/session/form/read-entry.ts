import type { AnswerValue } from '../../form/answer.ts';
import type { FormQuestion } from '../../form/definition.ts';
import { doubtsAbout, refusals } from '../../form/doubt.ts';
import { readNumberEntry } from '../../form/number-entry.ts';
import type { EntryDoubt } from '../../form/number-entry.ts';
import type { Instant } from '../../time/types.ts';
import type { AnswerFields } from './fields.ts';

/** What the text fields of a question come to. */
export interface ReadEntry {
  readonly values: readonly AnswerValue[];
  /** Why something of it is no answer. `null`: all of it is, or is empty. */
  readonly doubt: EntryDoubt | null;
  /** A date whose year is still to come. */
  readonly isWithinDate: boolean;
}

/**
 * Reads every field of a question. What is refused is left out of the values: it never stays as an answer in silence.
 * `at`: when it was typed, for what cannot be still to come.
 */
export function readEntry(question: FormQuestion, fields: readonly AnswerFields[], at: Instant): ReadEntry {
  const read = fields.map((one) => readOne(question, one, at));
  const values = read.filter(isValue);
  const isWithinDate = question.type === 'date' && fields.some((one, n) => read[n] !== null && !one.year);
  // Of each value, then of all together: a question may take three readings, and no fourth.
  const given = { state: 'given', values, at, by: null, from: { kind: 'entered' } } as const;
  const refused = values.length === 0 ? undefined : refusals(question, given)[0];
  const doubt = read.find(isDoubt) ?? refused ?? null;
  return { values: refused === undefined ? values : [], doubt, isWithinDate };
}

/** Words beside the options of a question; `null`: there are none. */
export function readText(question: FormQuestion, text: string, at: Instant): AnswerValue | EntryDoubt | null {
  return text.trim() === '' ? null : checked(question, { type: 'text', value: text.trim() }, at);
}

export function isDoubt(read: AnswerValue | EntryDoubt | null): read is EntryDoubt {
  return read !== null && 'kind' in read;
}

function isValue(read: AnswerValue | EntryDoubt | null): read is AnswerValue {
  return read !== null && 'type' in read;
}

function readOne(question: FormQuestion, fields: AnswerFields, at: Instant): AnswerValue | EntryDoubt | null {
  const { text = '' } = fields;
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'quantity':
      return readNumber(question, fields);
    case 'date':
      return readDate(question, fields, at);
    case 'time':
      return readTime(question, text, at);
    default:
      return readText(question, text, at);
  }
}

function readNumber(
  question: FormQuestion,
  { text = '', unit }: AnswerFields,
): AnswerValue | EntryDoubt | null {
  const entry = readNumberEntry(question, text, unit ?? null);
  if (entry.state === 'number') return entry.value;
  return entry.state === 'empty' ? null : (entry.doubts[0] ?? { kind: 'not-a-number' });
}

/** A date may be known in part, and it stays so: a year, a month of a year, a day. */
function readDate(question: FormQuestion, fields: AnswerFields, at: Instant) {
  const [day = '', month = '', year = ''] = [fields.day, fields.month, fields.year].map((part) =>
    part?.trim(),
  );
  if (!day && !month && !year) return null;
  // A day without its month becomes a month 00, which is no date: it must not pass for a month.
  const parts = day ? [year, month, day] : month ? [year, month] : [year];
  return checked(question, { type: 'date', value: parts.map((part) => part.padStart(2, '0')).join('-') }, at);
}

function readTime(question: FormQuestion, text: string, at: Instant) {
  if (text.trim() === '') return null;
  const [, hours = '', rest = ''] = /^\s*(\d{1,2})[:.](\d{2}(?::\d{2})?)\s*$/.exec(text) ?? [];
  return checked(question, { type: 'time', value: `${hours.padStart(2, '0')}:${rest}` }, at);
}

function checked(question: FormQuestion, value: AnswerValue, at: Instant): AnswerValue | EntryDoubt {
  return doubtsAbout(question, value, at).find(({ kind }) => kind !== 'implausible') ?? value;
}
