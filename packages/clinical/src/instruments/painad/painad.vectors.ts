import { painad } from './painad.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // The published examples give five parts. The product takes their total: who assesses adds up on the scale itself.
  painad: (input) =>
    painad.score({
      total: Array.isArray(input)
        ? input.reduce<number>((sum, part: number) => sum + part, 0)
        : (input as number),
    }),
};

/** The cuts of Warden 2003. */
export const examples = {
  painad: [
    { id: 'none', input: 0, expected: { total: 0, band: 'none' } },
    { id: 'first mild', input: 1, expected: { band: 'mild' } },
    { id: 'last mild', input: 3, expected: { band: 'mild' } },
    { id: 'first moderate', input: 4, expected: { band: 'moderate' } },
    { id: 'last moderate', input: 6, expected: { band: 'moderate' } },
    { id: 'first severe', input: 7, expected: { band: 'severe' } },
    { id: 'highest', input: 10, expected: { band: 'severe' } },
    { id: 'one too many', input: 11, expected: { status: 'invalid', band: null } },
    { id: 'not asked is not none', input: 'not-asked', expected: { status: 'incomplete', band: null } },
    { id: 'not entered', input: null, expected: { status: 'incomplete', total: null, band: null } },
  ],
};
