import { bandOf } from '../bands.ts';
import { AMTS10_BANDS, amts10, scoreAmts10, type Amts10Input } from './amts10.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  amts10: (input) =>
    typeof input === 'number' ? { band: bandOf(AMTS10_BANDS, input) } : scoreAmts10(input as Amts10Input),
};

const IDS = amts10.items.map(({ id }) => id);
/** Ten answers with this many right and the others wrong. */
const right = (count: number) => Object.fromEntries(IDS.map((id, index) => [id, index < count]));

/** Hodkinson 1972, worked by hand. */
export const examples = {
  amts10: [
    { id: 'ten', input: right(10), expected: { total: 10, band: '8-10', direction: 'lower-worse' } },
    { id: 'eight', input: right(8), expected: { total: 8, band: '8-10' } },
    { id: 'seven', input: right(7), expected: { total: 7, band: 'below-8' } },
    { id: 'none', input: right(0), expected: { total: 0, band: 'below-8' } },
    {
      id: 'nine right and one refused is not nine of ten',
      input: { ...right(10), monarch: 'refused' },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 9,
        atLeastBand: null,
        missing: ['monarch'],
        flags: ['refused-monarch'],
      },
    },
    {
      id: 'three wrong are below 8 whatever is missing',
      input: { age: false, time: false, year: false },
      expected: { status: 'incomplete', total: null, band: null, atLeastBand: 'below-8' },
    },
    {
      id: 'two wrong may still be 8',
      input: { age: false, time: false },
      expected: { band: null, atLeastBand: null },
    },
    { id: 'a band of seven', input: 7, expected: { band: 'below-8' } },
  ],
};
