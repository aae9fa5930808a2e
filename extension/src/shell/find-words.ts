import { html, type TemplateResult } from 'lit/html.js';
import type { Copied } from '../typed/read-copied.ts';
import type { ReadIdentifiers } from '../typed/read-identifiers.ts';

type Refused = Extract<ReadIdentifiers, { kind: 'refused' }>;
type NotTaken = Extract<Copied, { kind: 'refused' }>['why'];

const notice = (strong: string, more: string) =>
  html`<p class="notice"><strong>${strong}</strong> ${more}</p>`;

/** The browser or its user did not let the clipboard be read. */
export const UNREADABLE = notice(
  'What was copied could not be read.',
  'The browser did not allow it. Type the number, or paste it into the field.',
);

const NUMBERS = {
  format: ['That is no NHS number.', 'It has ten digits, and nothing else.'],
  'check-digit': ['One digit is wrong.', 'This number fails the check of NHS numbers. Compare each digit.'],
  'check-digit-10': ['One digit is wrong.', 'No NHS number begins with these nine digits.'],
  'repeated-digit': ['That is nobody’s number.', 'One digit stands there ten times.'],
  'national-insurance': [
    'That is a National Insurance number.',
    'An NHS number has ten digits and no letters.',
  ],
  empty: ['A number is missing.', 'Type it, or take the copied number.'],
} as const;

/** Why nothing of the clipboard is used. It never repeats what was copied, which may be anything. */
export function copiedWords(why: NotTaken): TemplateResult {
  switch (why) {
    case 'empty':
      return notice('Nothing is copied.', 'Copy the number in the other program first.');
    case 'too-long':
    case 'format':
      return notice(
        'No number was copied.',
        'Copy the ten digits of the NHS number alone, then press again.',
      );
    case 'several':
      return notice('More than one was copied.', 'Copy the number of one person.');
    default: {
      const [strong, more] = NUMBERS[why];
      return notice(strong, more);
    }
  }
}

/** Why what was typed cannot be looked up. */
export function refusedWords(refused: Refused): TemplateResult {
  if (refused.why === 'none-or-several')
    return refused.field === 'number'
      ? notice('A number or a family name is missing.', 'Fill in one of them, and the date of birth.')
      : notice(
          'Only one of these is needed.',
          'Leave the NHS number, the CHI number or the family name, and empty the others.',
        );
  if (refused.field === 'born') return bornWords(refused.why);
  const [strong, more] = NUMBERS[refused.why];
  return refused.field === 'chi'
    ? notice(
        refused.why === 'format' ? 'That is no CHI number.' : strong,
        'A CHI number has ten digits. Compare each one.',
      )
    : notice(strong, more);
}

function bornWords(why: Extract<Refused, { field: 'born' }>['why']): TemplateResult {
  switch (why) {
    case 'empty':
      return notice('The date of birth is missing.', 'A number or a name alone is not enough.');
    case 'format':
      return notice('The date of birth could not be read.', 'Type the day first, for example 14 7 1941.');
    case 'year':
      return notice('Type all four figures of the year.', 'For example 14 7 1941.');
    case 'no-such-day':
      return notice('There is no such day.', 'Check the day and the month. The day comes first.');
  }
}
