import { braden } from './braden.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'braden-total-entry': (total) => {
    const result = braden.score({ total: total as number });
    return { ...result, valid: result.status === 'complete' };
  },
};

/** Braden 6 to 23, lower is worse. */
export const examples = {
  'braden-total-entry': [
    { id: 'worst', input: 6, expected: { total: 6, direction: 'lower-worse', band: null } },
    { id: 'best', input: 23, expected: { total: 23, direction: 'lower-worse', band: null } },
    { id: 'below the worst', input: 5, expected: { status: 'invalid', total: null, valid: false } },
    { id: 'above the best', input: 24, expected: { status: 'invalid', total: null } },
    { id: 'half', input: 12.5, expected: { status: 'invalid', total: null } },
    { id: 'not entered', input: null, expected: { status: 'incomplete', total: null, missing: ['total'] } },
    { id: 'refused', input: 'refused', expected: { status: 'incomplete', flags: ['refused-total'] } },
  ],
};
