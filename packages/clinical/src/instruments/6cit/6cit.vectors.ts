import { scoreSixCit, type SixCitInput } from './6cit.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  '6cit': (input) => scoreSixCit(input as SixCitInput),
};

const RIGHT = {
  yearCorrect: true,
  monthCorrect: true,
  timeWithinHour: true,
  countBackErrors: 0,
  monthsBackErrors: 0,
  addressErrors: 0,
};
const set = (changed: Record<string, unknown>) => ({ ...RIGHT, ...changed });

/** Kingshill version, worked by hand. */
export const examples = {
  '6cit': [
    {
      id: 'none',
      input: RIGHT,
      expected: { total: 0, band: 'normal', version: 'Kingshill-2000', range: [0, 28] },
    },
    {
      id: 'seven is normal',
      input: set({ yearCorrect: false, monthCorrect: false }),
      expected: { total: 7, band: 'normal' },
    },
    { id: 'eight is mild', input: set({ addressErrors: 4 }), expected: { total: 8, band: 'mild' } },
    {
      id: 'nine is mild',
      input: set({ timeWithinHour: false, countBackErrors: 1, monthsBackErrors: 2 }),
      expected: { total: 9, band: 'mild' },
    },
    {
      id: 'ten is significant',
      input: set({ addressErrors: 5 }),
      expected: { total: 10, band: 'significant' },
    },
    { id: 'three errors are more than one', input: set({ monthsBackErrors: 3 }), expected: { total: 4 } },
    { id: 'five errors are more than one', input: set({ countBackErrors: 5 }), expected: { total: 4 } },
    {
      id: 'a sixth wrong part of five',
      input: set({ addressErrors: 6 }),
      expected: { status: 'invalid', total: null, band: null, missing: ['addressErrors'] },
    },
    {
      id: 'refused months: no total, and already mild',
      input: set({ yearCorrect: false, addressErrors: 2, monthsBackErrors: 'refused' }),
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 8,
        atLeastBand: 'mild',
        missing: ['monthsBackErrors'],
      },
    },
  ],
};
