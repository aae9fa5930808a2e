import { scoreAbbey, type AbbeyInput } from './abbey.ts';

export const ABBEY_PARTS = ['voice', 'face', 'body', 'behaviour', 'physiology', 'physical'] as const;

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  abbey: (input) =>
    scoreAbbey(
      Array.isArray(input)
        ? Object.fromEntries(ABBEY_PARTS.map((part, at) => [part, input[at] as number | null]))
        : (input as AbbeyInput),
    ),
};

/** The cut-offs of Abbey 2004. */
export const examples = {
  abbey: [
    { id: 'last none', input: [2, 0, 0, 0, 0, 0], expected: { total: 2, band: 'none' } },
    { id: 'first mild', input: [0, 3, 0, 0, 0, 0], expected: { total: 3, band: 'mild' } },
    { id: 'last mild', input: [0, 0, 3, 3, 1, 0], expected: { total: 7, band: 'mild' } },
    { id: 'first moderate', input: [0, 0, 3, 3, 2, 0], expected: { total: 8, band: 'moderate' } },
    { id: 'last moderate', input: [3, 3, 3, 3, 1, 0], expected: { total: 13, band: 'moderate' } },
    { id: 'first severe', input: [3, 3, 3, 3, 2, 0], expected: { total: 14, band: 'severe' } },
    { id: 'no level of four', input: [4, 0, 0, 0, 0, 0], expected: { status: 'invalid', total: null } },
    {
      id: 'one part not seen',
      input: [3, 3, 3, 3, 3, null],
      expected: { status: 'incomplete', total: null, band: null, atLeast: 15, missing: ['physical'] },
    },
    {
      id: 'watched at rest',
      input: { voice: 0, face: 0, body: 0, behaviour: 0, physiology: 0, physical: 0, watched: 'rest' },
      expected: { total: 0, flags: [] },
    },
    { id: 'watched how', input: [0, 0, 0, 0, 0, 0], expected: { flags: ['watched-not-stated'] } },
  ],
};
