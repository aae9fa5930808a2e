import { doubtsAbout, readNumberEntry } from '@ehch/clinical';
import type { AnswerValue, EntryDoubt, FormQuestion } from '@ehch/clinical';
import { doubtWords } from './doubt-words.ts';

/** What the text fields of a question come to. */
export interface Entry {
  readonly values: readonly AnswerValue[];
  /** Why one of them is no answer; `null`: all are, or are empty. */
  readonly refused: string | null;
  /** A date whose year is still to come. */
  readonly within?: boolean;
}

type Fields = Readonly<Record<string, string>>;

/** Reads every field of a question. What is refused is left out of the values: it never stays as an answer in silence. */
export function readEntry(question: FormQuestion, fields: Fields): Entry {
  const values: AnswerValue[] = [];
  let refused: string | null = null;
  let within = false;
  for (let n = 0; `${n}` in fields || `${n}y` in fields; n++) {
    const read = readOne(question, fields, n);
    if (read === null) continue;
    if ('type' in read) values.push(read);
    else refused ??= doubtWords(question, read);
    within ||= question.type === 'date' && !fields[`${n}y`];
  }
  return { values, refused, within };
}

function readOne(question: FormQuestion, fields: Fields, n: number): AnswerValue | EntryDoubt | null {
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'quantity':
      return readNumber(question, fields[n] ?? '', fields[`${n}u`] ?? null);
    case 'date':
      return readDate(question, fields, n);
    case 'time':
      return readTime(question, fields[n] ?? '');
    default:
      return readText(question, fields[n] ?? '');
  }
}

function readNumber(question: FormQuestion, text: string, unit: string | null) {
  const entry = readNumberEntry(question, text, unit);
  if (entry.state === 'number') return entry.value;
  return entry.state === 'empty' ? null : (entry.doubts[0] ?? ({ kind: 'not-a-number' } as const));
}

/** A date may be known in part, and it stays so: a year, a month of a year, a day. */
function readDate(question: FormQuestion, fields: Fields, n: number) {
  const [day, month, year] = ['d', 'm', 'y'].map((part) => (fields[`${n}${part}`] ?? '').trim());
  if (!day && !month && !year) return null;
  // A day without its month becomes a month 00, which is no date: it must not pass for a month.
  const parts = day ? [year, month, day] : month ? [year, month] : [year];
  return checked(question, { type: 'date', value: parts.map((part) => part?.padStart(2, '0')).join('-') });
}

function readTime(question: FormQuestion, text: string) {
  if (text.trim() === '') return null;
  const [, hours = '', rest = ''] = /^\s*(\d{1,2})[:.](\d{2}(?::\d{2})?)\s*$/.exec(text) ?? [];
  return checked(question, { type: 'time', value: `${hours.padStart(2, '0')}:${rest}` });
}

export function readText(question: FormQuestion, text: string): AnswerValue | EntryDoubt | null {
  return text.trim() === '' ? null : checked(question, { type: 'text', value: text.trim() });
}

function checked(question: FormQuestion, value: AnswerValue): AnswerValue | EntryDoubt {
  return doubtsAbout(question, value).find(({ kind }) => kind !== 'implausible') ?? value;
}
