import { formatNumber } from '@ehch/clinical';
import type { EntryDoubt, FormQuestion, Range } from '@ehch/clinical';
import { unitText } from './value-words.ts';

/** Why an entry was not taken, and what would be. */
export function doubtWords(question: FormQuestion, doubt: EntryDoubt): string {
  switch (doubt.kind) {
    case 'impossible':
      return `this is not possible, only ${rangeWords(question, doubt.limits)}.`;
    case 'implausible':
      return `usual is ${rangeWords(question, doubt.limits)}.`;
    case 'too-long':
      return `at most ${formatNumber(doubt.maxLength)} characters.`;
    case 'not-whole':
      return 'write a whole number.';
    case 'not-an-option':
      return 'this is not one of the options.';
    case 'too-many':
      return 'there is one answer, and each one once.';
    case 'read-only':
      return 'this is not answered here.';
    case 'comma':
      return 'write a decimal with a point, such as 58.2, and thousands without a comma.';
    case 'unit-typed':
      return 'write the number alone, without its unit.';
    case 'no-unit':
      return 'choose the unit.';
    case 'not-a-number':
      return 'this is not a number.';
    case 'wrong-kind':
      return WRONG_KIND[question.type] ?? 'this is not an answer to this question.';
  }
}

const WRONG_KIND: Partial<Record<FormQuestion['type'], string>> = {
  date: 'this is no date of the calendar. Write day, month and year, or as much as is known: month and year, or the year.',
  time: 'write hours and minutes, such as 09:05 or 14:30.',
};

/** "20 to 350 kg", "20 or more", "at most 350". */
function rangeWords(question: FormQuestion, { min, max }: Range): string {
  const unit = unitText(question, question.units?.[0]?.code);
  const after = unit === null ? '' : ` ${unit}`;
  if (min === undefined) return max === undefined ? 'a number' : `at most ${formatNumber(max)}${after}`;
  if (max === undefined) return `${formatNumber(min)}${after} or more`;
  return `${formatNumber(min)} to ${formatNumber(max)}${after}`;
}
