import { formatDate, formatNumber } from '@ehch/clinical/display';
import type { EntryDoubt, FormQuestion, Range } from '@ehch/clinical/form';
import { count } from '../internal/text.ts';
import { unitText } from './value-words.ts';

/** Why an entry was not taken, and what would be. */
export function doubtWords(question: FormQuestion, doubt: EntryDoubt): string {
  switch (doubt.kind) {
    case 'impossible':
      return `only ${rangeWords(question, doubt.limits)} is possible.`;
    case 'implausible':
      return `usual is ${rangeWords(question, doubt.limits)}.`;
    case 'too-early':
      return `no date before ${formatDate(doubt.day)} is possible.`;
    case 'too-late':
      return `no date after ${formatDate(doubt.day)} is possible.`;
    case 'too-short':
      return `write at least ${count(doubt.minLength, 'character')}.`;
    case 'too-long':
      return `write at most ${doubt.maxLength} characters.`;
    case 'too-precise':
      return doubt.decimals === 0
        ? 'write no decimal places.'
        : `write at most ${count(doubt.decimals, 'decimal place')}.`;
    case 'more-than':
      return `give at most ${count(doubt.most, 'answer')}.`;
    case 'wrong-kind':
      return WRONG_KIND[question.type] ?? 'it does not fit the question.';
    default:
      return WORDS[doubt.kind];
  }
}

type PlainDoubt = Exclude<
  EntryDoubt['kind'],
  | 'impossible'
  | 'implausible'
  | 'too-early'
  | 'too-late'
  | 'too-short'
  | 'too-long'
  | 'too-precise'
  | 'more-than'
  | 'wrong-kind'
>;

const WORDS: Readonly<Record<PlainDoubt, string>> = {
  'not-whole': 'write a whole number.',
  'not-an-option': 'it is none of the options.',
  empty: 'write words.',
  'too-many': 'there is one answer, and each one once.',
  'read-only': 'it is not answered here.',
  // Without an example: beside a temperature a weight of 58.2 is read as one.
  comma: 'write a point and no comma before the decimals, and thousands without a comma.',
  'unit-typed': 'write the number without its unit.',
  'no-unit': 'choose the unit.',
  'no-reason': 'choose why it was not assessed.',
  'not-a-number': 'write a number.',
};

const WRONG_KIND: Partial<Record<FormQuestion['type'], string>> = {
  date: 'no such date. Write day, month and year, or as much as is known: month and year, or the year.',
  time: 'no such time. Write hours and minutes, such as 09:05 or 14:30.',
};

/** "20 to 350 kg", "20 or more", "at most 350". */
function rangeWords(question: FormQuestion, { min, max }: Range): string {
  const unit = unitText(question, question.units?.[0]?.code);
  const after = unit === null ? '' : ` ${unit}`;
  if (min === undefined) return max === undefined ? 'a number' : `at most ${formatNumber(max)}${after}`;
  if (max === undefined) return `${formatNumber(min)}${after} or more`;
  return `${formatNumber(min)} to ${formatNumber(max)}${after}`;
}
