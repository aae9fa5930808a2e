import { enterAcb } from './acb.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'acb-total-entry': (input) =>
    enterAcb(typeof input === 'object' && input !== null ? input : { total: input as number | null }),
};

/** The threshold of acbcalc.com. */
export const examples = {
  'acb-total-entry': [
    { id: 'nought', input: 0, expected: { total: 0, high: false, band: null } },
    { id: 'last not raised', input: 2, expected: { high: false } },
    { id: 'first raised', input: 3, expected: { high: true, band: 'raised' } },
    {
      id: 'not assessed is not nought',
      input: null,
      expected: { status: 'incomplete', total: null, high: null },
    },
    { id: 'not known', input: 'not-known', expected: { status: 'incomplete', high: null } },
    { id: 'half', input: 2.5, expected: { status: 'invalid', high: null } },
    { id: 'tool not stated', input: 1, expected: { tool: null, flags: ['tool-not-stated'] } },
    {
      id: 'with its tool',
      input: { total: 4, tool: 'acbcalc.com' },
      expected: { high: true, tool: 'acbcalc.com', flags: [] },
    },
  ],
};
