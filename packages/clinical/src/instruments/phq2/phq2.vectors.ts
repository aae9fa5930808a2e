import { scorePhq2, type Phq2Input } from './phq2.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  phq2: (input) => {
    if (!Array.isArray(input)) return scorePhq2(input as Phq2Input);
    const [interest, mood] = input;
    return scorePhq2({ interest, mood });
  },
};

/** Kroenke 2003, worked by hand. */
export const examples = {
  phq2: [
    { id: 'two', input: [2, 0], expected: { total: 2, positive: false, band: 'below-cut', cut: 3 } },
    {
      id: 'three',
      input: ['0', '3'],
      expected: { total: 3, positive: true, band: 'positive', range: [0, 6] },
    },
    { id: 'a four', input: [4, 0], expected: { status: 'invalid', total: null, missing: ['interest'] } },
    {
      id: 'one answer cannot say no',
      input: { interest: 2, mood: 'refused' },
      expected: { status: 'incomplete', total: null, band: null, positive: null, flags: ['refused-mood'] },
    },
    {
      id: 'one answer can say yes',
      input: { interest: 3 },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        positive: true,
        atLeast: 3,
        atLeastBand: 'positive',
      },
    },
  ],
};
