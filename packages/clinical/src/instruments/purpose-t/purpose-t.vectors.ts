import { enterPurposeT, type PurposeTInput } from './purpose-t.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'purpose-t-entry': (input) => enterPurposeT(input as PurposeTInput),
};

/** A coded text, with no total. */
export const examples = {
  'purpose-t-entry': [
    { id: 'red', input: { pathway: 'red' }, expected: { status: 'complete', band: 'red', total: null } },
    { id: 'amber', input: { pathway: 'amber' }, expected: { status: 'complete', band: 'amber' } },
    { id: 'green', input: { pathway: 'green' }, expected: { band: 'green', range: null, direction: 'none' } },
    { id: 'no such pathway', input: { pathway: 'blue' }, expected: { status: 'invalid', band: null } },
    { id: 'a number is no pathway', input: { pathway: 1 }, expected: { status: 'invalid', band: null } },
    {
      id: 'refused',
      input: { pathway: 'refused' },
      expected: { status: 'incomplete', flags: ['refused-pathway'] },
    },
    { id: 'not entered', input: {}, expected: { status: 'incomplete', band: null, missing: ['pathway'] } },
    {
      id: 'version and assessor are kept',
      input: { pathway: 'red', version: '2.0', assessor: 'nurse', assessedAt: '2026-06-01T09:15:00+01:00' },
      expected: { version: '2.0', assessor: 'nurse', assessedAt: '2026-06-01T09:15:00+01:00' },
    },
  ],
};
