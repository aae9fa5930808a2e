import type { TotalInput } from '../total-entry.ts';
import { cornell } from './cornell.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'cornell-total-entry': (input) =>
    typeof input === 'number' ? cornell.score({ total: input }).band : cornell.score(input as TotalInput),
};

/** Cuts of 1988, worked by hand. */
export const examples = {
  'cornell-total-entry': [
    { id: 'none', input: 0, expected: 'below-6' },
    { id: 'five', input: 5, expected: 'below-6' },
    { id: 'six', input: 6, expected: '6-10' },
    { id: 'ten', input: 10, expected: '6-10' },
    { id: 'eleven', input: 11, expected: 'probable' },
    { id: 'eighteen', input: 18, expected: 'probable' },
    { id: 'nineteen', input: 19, expected: 'definite' },
    { id: 'more than 19 items can give', input: 39, expected: null },
    {
      id: 'not known',
      input: { total: 'not-known', assessor: 'nurse' },
      expected: { status: 'incomplete', total: null, band: null, assessor: 'nurse', version: 'not-stated' },
    },
  ],
};
