import { bandEfiCount, bandEfiScore } from './efi.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  efi: (input) => bandEfiCount(input as number),
  'efi-score-entry': (input) => bandEfiScore(input as { score: number; decimals: number }),
};

/** Counts and cuts of Clegg 2016, worked by hand. */
export const examples = {
  efi: [
    { id: 'last fit', input: 4, expected: { band: 'fit', deficits: 4 } },
    { id: 'first mild', input: 5, expected: { band: 'mild', score: 0.1388888888888889 } },
    { id: 'last mild', input: 8, expected: { band: 'mild' } },
    { id: 'last moderate', input: 12, expected: { band: 'moderate' } },
    { id: 'no count', input: null, expected: { status: 'incomplete', score: null, band: null } },
    { id: 'half a deficit', input: 4.5, expected: { status: 'invalid', score: null, band: null } },
    { id: 'one too many', input: 37, expected: { status: 'invalid', total: null } },
  ],
  'efi-score-entry': [
    {
      id: 'three decimals are enough',
      input: { score: 0.361, decimals: 3 },
      expected: { band: 'severe', ambiguous: false, deficits: 13 },
    },
    {
      id: 'a number no count prints as',
      input: { score: 0.24, decimals: 2 },
      expected: { band: 'moderate', ambiguous: true, deficits: null },
    },
    {
      id: 'one decimal is fit or mild',
      input: { score: 0.1, decimals: 1 },
      expected: { band: null, ambiguous: true },
    },
    // By the cut-offs of eFI2, 0.20 would be moderate. They are never used here.
    { id: 'never the cuts of eFI2', input: { score: 0.2, decimals: 2 }, expected: { band: 'mild' } },
    { id: 'a percentage', input: { score: 25, decimals: 0 }, expected: { status: 'invalid', band: null } },
  ],
};
