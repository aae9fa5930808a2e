import type { BandTable } from '../bands.ts';
import type { TotalInput } from '../total-entry.ts';
import { fiCga } from './fi-cga.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'fi-cga-total-entry': (input) => {
    const { table, ...given } = input as TotalInput & { table?: BandTable };
    return fiCga.score(given, table);
  },
};

/** One way to settle the overlapping limits of 2004: 7 is mild and 13 moderate. [P] */
const TABLE = {
  source: 'Jones 2004, seams as the place has ruled',
  rows: [
    [7, 'mild'],
    [13, 'moderate'],
    [99, 'severe'],
  ],
};

export const examples = {
  'fi-cga-total-entry': [
    { id: 'no band of its own', input: { total: 7 }, expected: { total: 7, band: null, bandSource: null } },
    { id: 'seven [P]', input: { total: 7, table: TABLE }, expected: { band: 'mild' } },
    { id: 'eight [P]', input: { total: 8, table: TABLE }, expected: { band: 'moderate' } },
    { id: 'thirteen [P]', input: { total: 13, table: TABLE }, expected: { band: 'moderate' } },
    {
      id: 'fourteen [P]',
      input: { total: 14, table: TABLE },
      expected: { band: 'severe', bandSource: 'Jones 2004, seams as the place has ruled' },
    },
    { id: 'an index is no total', input: { total: 0.25 }, expected: { status: 'invalid', total: null } },
    { id: 'not asked', input: { total: 'not-asked' }, expected: { status: 'incomplete', total: null } },
  ],
};
