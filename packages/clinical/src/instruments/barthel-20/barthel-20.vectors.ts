import { scoreBarthel20, barthel20 } from './barthel-20.ts';
import type { BarthelInput } from '../barthel-100/barthel-100.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'barthel-20': (input) => scoreBarthel20(input as BarthelInput),
};

const all = (level: 0 | -1, changed: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(barthel20.items.map(({ id, options }) => [id, options.at(level)?.points])),
  ...changed,
});

/** The parts and points of Collin 1988. */
export const examples = {
  'barthel-20': [
    { id: 'best', input: all(-1), expected: { total: 20, version: '0-20', direction: 'lower-worse' } },
    { id: 'worst', input: all(0), expected: { status: 'complete', total: 0, band: null } },
    { id: 'transfers alone', input: all(0, { transfers: 3 }), expected: { total: 3 } },
    { id: 'stairs alone', input: all(0, { stairs: 2 }), expected: { total: 2 } },
    { id: 'grooming alone', input: all(0, { grooming: 1 }), expected: { total: 1 } },
    {
      id: 'a point of the other version',
      input: all(-1, { feeding: 10 }),
      expected: { status: 'invalid', total: null, flags: ['impossible-feeding'] },
    },
    {
      id: 'no pro-rating',
      input: all(-1, { stairs: null }),
      expected: { status: 'incomplete', total: null, atLeast: 18, missing: ['stairs'] },
    },
  ],
};
