import type { BandTable } from '../bands.ts';
import type { TotalInput } from '../total-entry.ts';
import { edmonton } from './edmonton.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'edmonton-total-entry': (input) => {
    const { table, ...given } = input as TotalInput & { table?: BandTable };
    return edmonton.score(given, table);
  },
};

/** A made-up table, to show that a place's table is applied as it stands. */
const TABLE = {
  source: 'A table for this example',
  rows: [
    [7, 'lower'],
    [17, 'upper'],
  ],
};

export const examples = {
  'edmonton-total-entry': [
    {
      id: 'lowest',
      input: { total: 0 },
      expected: { total: 0, band: null, bandSource: null, range: [0, 17] },
    },
    { id: 'highest', input: { total: 17 }, expected: { total: 17, band: null, version: 'not-stated' } },
    {
      id: 'eighteen',
      input: { total: 18 },
      expected: { status: 'invalid', total: null, missing: ['total'] },
    },
    {
      id: 'by the table of a place, last of a row',
      input: { total: 7, table: TABLE },
      expected: { band: 'lower', bandSource: 'A table for this example' },
    },
    {
      id: 'by the table of a place, first of a row',
      input: { total: 8, table: TABLE },
      expected: { band: 'upper' },
    },
    {
      id: 'refused',
      input: { total: 'refused', table: TABLE },
      expected: { status: 'incomplete', total: null, band: null, flags: ['refused-total'] },
    },
  ],
};
