import type { LeftHome } from '@ehch/clinical';
import type { EnteredFault } from '@ehch/clinical/rules';

const NHS_FAULTS: Record<Extract<EnteredFault, { field: 'nhs-number' }>['why'], string> = {
  format: 'An NHS number has 10 digits.',
  'check-digit': 'This is not an NHS number: its last digit does not fit. Compare each digit.',
  'check-digit-10': 'This is not an NHS number: no last digit fits the others. Compare each digit.',
  'repeated-digit': 'One digit ten times is nobody’s NHS number.',
  'national-insurance': 'This looks like a National Insurance number. An NHS number has 10 digits.',
};

const BORN_FAULTS: Record<Extract<EnteredFault, { field: 'born' }>['why'], string> = {
  'no-date': 'Enter a date that exists: the year, or month and year, or all three.',
  'in-the-future': 'This date is in the future.',
  'too-long-ago': 'Nobody has lived that long. Compare the year.',
};

/** What has to be corrected in one field; `null`: nothing. */
export function faultWords(faults: readonly EnteredFault[], field: EnteredFault['field']): string | null {
  const fault = faults.find((one) => one.field === field);
  if (fault === undefined) return null;
  if (fault.field === 'nhs-number') return NHS_FAULTS[fault.why];
  if (fault.field === 'born') return BORN_FAULTS[fault.why];
  return fault.field === 'family' ? 'Enter the family name.' : 'Enter at least one given name.';
}

export const ALIKE_WHY = {
  name: 'has the same name, or a similar one',
  'nhs-number': 'has the same NHS number',
} as const;

export const LEFT_WORDS: Record<LeftHome, string> = { moved: 'Moved away', died: 'Died' };
