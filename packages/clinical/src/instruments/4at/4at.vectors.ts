import { scoreFourAt, type FourAtInput } from './4at.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  '4at': (input) => scoreFourAt(input as FourAtInput),
};

const NOTHING_FOUND = { alertness: 'normal', amt4: 0, months: '7plus', acute: false };
const set = (changed: Record<string, unknown>) => ({ ...NOTHING_FOUND, ...changed });

/** Form 1.2 and its guide, worked by hand; the product's rules where a title says [P]. */
export const examples = {
  '4at': [
    {
      id: 'highest',
      input: { alertness: 'abnormal', amt4: 2, months: 'untestable', acute: true },
      expected: { total: 12, band: 'possible-delirium', version: '1.2', range: [0, 12] },
    },
    { id: 'one', input: set({ amt4: 1 }), expected: { total: 1, band: 'possible-cognitive-impairment' } },
    {
      id: 'three is the last below delirium',
      input: set({ amt4: 'untestable', months: 'refuses' }),
      expected: { total: 3, band: 'possible-cognitive-impairment' },
    },
    {
      id: 'untestable months are a point more than refused ones, and change the band',
      input: set({ amt4: 4, months: 'untestable' }),
      expected: { total: 4, band: 'possible-delirium' },
    },
    {
      id: 'alertness alone',
      input: set({ alertness: 'abnormal' }),
      expected: { total: 4, band: 'possible-delirium' },
    },
    {
      id: 'nobody asked about change: no total',
      input: { alertness: 'normal', amt4: 0, months: '7plus', acute: 'not-known' },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 0,
        atLeastBand: null,
        missing: ['acute'],
        flags: ['not-known-acute'],
      },
    },
    {
      id: 'delirium is already possible before the rest is known',
      input: { alertness: 'abnormal' },
      expected: {
        status: 'incomplete',
        total: null,
        atLeast: 4,
        atLeastBand: 'possible-delirium',
        missing: ['amt4', 'months', 'acute'],
      },
    },
    {
      id: 'five mistakes of four',
      input: set({ amt4: 5 }),
      expected: {
        status: 'invalid',
        total: null,
        missing: ['amt4'],
        items: { amt4: { value: 5, score: null } },
      },
    },
    {
      id: 'four mistakes are kept as four',
      input: set({ amt4: 4 }),
      expected: { items: { amt4: { value: 4, score: 2 } } },
    },
    {
      id: 'no change, by whom is not said [P]',
      input: set({}),
      expected: { flags: ['informant-not-stated'] },
    },
    {
      id: 'when it was done goes with the score',
      input: set({ assessedAt: '2026-06-01T08:00:00Z' }),
      expected: { assessedAt: '2026-06-01T08:00:00Z' },
    },
    { id: 'no change, a daughter says', input: set({ informant: 'daughter' }), expected: { flags: [] } },
  ],
};
