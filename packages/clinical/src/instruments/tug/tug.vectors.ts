import { scoreTug, type TugCut, type TugInput } from './tug.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  tug: (input) => {
    if (typeof input !== 'object' || input === null) return scoreTug({ seconds: input as number | null });
    const { cut, ...given } = input as TugInput & { cut?: TugCut };
    return scoreTug(given, cut);
  },
};

/** Worked by hand; the product's rules where a title says [P]. */
export const examples = {
  tug: [
    { id: 'ten', input: 10, expected: { total: 10, over10: false, band: '10-or-less', placeCut: null } },
    { id: 'above ten', input: 10.01, expected: { total: 10.01, over10: true, band: 'over-10' } },
    { id: 'nothing', input: null, expected: { status: 'incomplete', total: null, over10: null, band: null } },
    {
      id: 'unable, with a reason',
      input: { seconds: 'unable', reason: 'hoisted' },
      expected: {
        status: 'incomplete',
        total: null,
        over10: null,
        notDone: 'hoisted',
        flags: ['unable-seconds'],
      },
    },
    {
      id: 'unable, without one [P]',
      input: { seconds: 'unable' },
      expected: { flags: ['unable-seconds', 'reason-not-stated'] },
    },
    {
      id: 'not asked',
      input: { seconds: 'not-asked' },
      expected: { flags: ['not-asked-seconds'], over10: null },
    },
    { id: '999 is no time [P]', input: 999, expected: { status: 'invalid', total: null, over10: null } },
    {
      id: 'when it was done goes with the time',
      input: { seconds: 9, assessedAt: '2026-06-01T08:00:00Z' },
      expected: { total: 9, assessedAt: '2026-06-01T08:00:00Z' },
    },
    { id: 'nor is 0 [P]', input: 0, expected: { status: 'invalid', total: null, over10: null } },
    {
      id: 'by the cut of a place',
      input: { seconds: 12, cut: { above: 12, source: 'A cut for this example' } },
      expected: { over10: true, placeCut: { over: false, source: 'A cut for this example' } },
    },
  ],
};
