import { scoreGds4, type Gds4Input } from './gds4.ts';

const ANSWERS: Readonly<Record<string, boolean>> = { Y: true, N: false };

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  gds4: (input) =>
    scoreGds4(
      Object.fromEntries(
        Object.entries(input as Record<string, string>).map(([id, answer]) => [
          id,
          ANSWERS[answer] ?? answer,
        ]),
      ) as Gds4Input,
    ),
};

/** D'Ath 1994, worked by hand. */
export const examples = {
  gds4: [
    {
      id: 'none',
      input: { q1: 'Y', q3: 'N', q6: 'N', q7: 'Y' },
      expected: { total: 0, band: 'none', range: [0, 4] },
    },
    { id: 'one', input: { q1: 'Y', q3: 'N', q6: 'Y', q7: 'Y' }, expected: { total: 1, band: '1' } },
    { id: 'two', input: { q1: 'N', q3: 'N', q6: 'N', q7: 'N' }, expected: { total: 2, band: '2-or-more' } },
    { id: 'four', input: { q1: 'N', q3: 'Y', q6: 'Y', q7: 'N' }, expected: { total: 4, band: '2-or-more' } },
    {
      id: 'one open answer, already one',
      input: { q1: 'Y', q3: 'Y', q6: 'unable', q7: 'Y' },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 1,
        atLeastBand: '1',
        flags: ['unable-q6'],
      },
    },
  ],
};
