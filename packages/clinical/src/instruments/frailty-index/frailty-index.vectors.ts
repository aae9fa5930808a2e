import type { BandTable } from '../bands.ts';
import { scoreFrailtyIndex, type FrailtyIndexInput } from './frailty-index.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // Other authors' examples put the shortage into the status. Here it is the reason of an incomplete result.
  'frailty-index': (input) => {
    const { table, ...given } = input as FrailtyIndexInput & { table?: BandTable };
    const result = scoreFrailtyIndex(given, table);
    return { ...result, value: result.total, status: result.reason ?? result.status };
  },
};

/** Worked by hand; the limits of 30 and of a fifth are the product's. [P] */
export const examples = {
  'frailty-index': [
    {
      id: 'none present',
      input: { present: 0, considered: 30, total: 30 },
      expected: { status: 'complete', value: 0, band: null, from: { considered: 30, of: 30 } },
    },
    { id: 'halves', input: { present: 7.5, considered: 30, total: 36 }, expected: { value: 0.25 } },
    { id: 'all', input: { present: 40, considered: 40, total: 40 }, expected: { value: 1, range: [0, 1] } },
    {
      id: 'thirty are enough [P]',
      input: { present: 3, considered: 30, total: 37 },
      expected: { value: 0.1 },
    },
    {
      id: 'twenty-nine are not [P]',
      input: { present: 3, considered: 29, total: 29 },
      expected: { status: 'too-few-deficits', total: null, from: { considered: 29, of: 29 } },
    },
    {
      id: 'a fifth unknown is in [P]',
      input: { present: 8, considered: 32, total: 40 },
      expected: { value: 0.25 },
    },
    {
      id: 'more than a fifth is not [P]',
      input: { present: 8, considered: 39, total: 49 },
      expected: { status: 'too-much-missing', total: null, flags: ['too-much-missing'] },
    },
    {
      id: 'a deficit that nobody considered',
      input: { present: 31, considered: 30, total: 30 },
      expected: { status: 'invalid', total: null, flags: ['more-present-than-considered'] },
    },
    {
      id: 'more than the list holds',
      input: { present: 3, considered: 41, total: 40 },
      expected: { status: 'invalid', flags: ['more-considered-than-listed'] },
    },
    {
      id: 'half a deficit was considered',
      input: { present: 3, considered: 35.5, total: 40 },
      expected: { status: 'invalid', total: null },
    },
    {
      id: 'half a deficit is on the list',
      input: { present: 3, considered: 35, total: 40.5 },
      expected: { status: 'invalid', total: null },
    },
    {
      id: 'a third of a deficit',
      input: { present: 3.3, considered: 40, total: 40 },
      expected: { status: 'invalid', total: null, flags: ['not-halves'] },
    },
    {
      id: 'how many are known is not known',
      input: { present: 3, considered: 'not-known', total: 40 },
      expected: {
        status: 'incomplete',
        total: null,
        missing: ['considered'],
        flags: ['not-known-considered'],
      },
    },
    {
      id: 'by the table of a place',
      input: {
        present: 10,
        considered: 40,
        total: 40,
        table: {
          source: 'A table for this example',
          rows: [
            [0.2, 'lower'],
            [1, 'upper'],
          ],
        },
      },
      expected: { band: 'upper', bandSource: 'A table for this example' },
    },
  ],
};
