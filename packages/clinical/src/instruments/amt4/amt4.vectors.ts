import { bandOf } from '../bands.ts';
import { AMT4_BANDS, scoreAmt4, type Amt4Input } from './amt4.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  amt4: (input) =>
    typeof input === 'number' ? { band: bandOf(AMT4_BANDS, input) } : scoreAmt4(input as Amt4Input),
};

const RIGHT = { age: true, birth: true, place: true, year: true };

/** Swain 1997, worked by hand. */
export const examples = {
  amt4: [
    { id: 'four', input: RIGHT, expected: { total: 4, band: 'normal', direction: 'lower-worse' } },
    { id: 'three', input: { ...RIGHT, year: false }, expected: { total: 3, band: 'abnormal' } },
    {
      id: 'none',
      input: { age: 'no', birth: 'no', place: 'no', year: 'no' },
      expected: { total: 0, band: 'abnormal', atLeastBand: null },
    },
    {
      id: 'three right and one not asked is not three of four',
      input: { ...RIGHT, year: 'not-asked' },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 3,
        atLeastBand: null,
        missing: ['year'],
      },
    },
    {
      id: 'one wrong is abnormal whatever is missing',
      input: { age: false },
      expected: { status: 'incomplete', total: null, band: null, atLeastBand: 'abnormal' },
    },
    { id: 'a band of three', input: 3, expected: { band: 'abnormal' } },
  ],
};
