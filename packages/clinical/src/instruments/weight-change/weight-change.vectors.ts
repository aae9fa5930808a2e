import { weightChangeOf, type WeightChangeInput } from './weight-change.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'weight-loss-pct': (input) => {
    const [previousKg, currentKg] = input as readonly [number, number];
    return weightChangeOf({ previousKg, currentKg }).total;
  },
  'weight-change': (input) => weightChangeOf(input as WeightChangeInput),
};

/** Worked by hand. */
export const examples = {
  'weight-loss-pct': [
    { id: 'none', input: [60, 60], expected: 0 },
    { id: 'ten exactly', input: [52, 46.8], expected: 10 },
    { id: 'five exactly', input: [41.6, 39.52], expected: 5 },
    { id: 'gain', input: [40, 44], expected: -10 },
    { id: 'nothing to compare with', input: [null, 50], expected: null },
    { id: 'from nought', input: [0, 50], expected: null },
  ],
  'weight-change': [
    {
      id: 'with its interval',
      input: { previousKg: 60, currentKg: 57, previousOn: '2026-02-28', currentOn: '2026-05-31' },
      expected: { total: 5, days: 92, flags: [] },
    },
    {
      id: 'it means the day of the later weight',
      input: {
        previousKg: 60,
        currentKg: 54,
        previousOn: '2026-05-01',
        currentOn: '2026-10-01',
        assessedAt: '2026-11-20T09:15:00Z',
      },
      expected: { total: 10, reachedOn: '2026-10-01', days: 153 },
    },
    {
      id: 'the later weight first',
      input: { previousKg: 57, currentKg: 60, previousOn: '2026-05-31', currentOn: '2026-02-28' },
      expected: { status: 'invalid', total: null, days: null, flags: ['dates-in-wrong-order'] },
    },
    {
      id: 'no such day',
      input: { previousKg: 60, currentKg: 57, previousOn: '2026-02-30', currentOn: '2026-05-31' },
      expected: { status: 'complete', total: 5, days: null, flags: ['interval-not-known'] },
    },
    {
      id: 'refused',
      input: { previousKg: 60, currentKg: 'refused' },
      expected: { status: 'incomplete', total: null, missing: ['currentKg'] },
    },
    {
      id: 'oedema is said and not adjusted for',
      input: { previousKg: 60, currentKg: 63, oedema: true },
      expected: { total: -5, flags: ['interval-not-known', 'oedema'] },
    },
  ],
};
