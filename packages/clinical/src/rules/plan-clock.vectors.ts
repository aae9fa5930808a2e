import type { CivilDate } from '../time/types.ts';
import { planClock } from './plan-clock.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'ehch-pcsp-due': (input) => {
    const { admitted, holidays } = input as { admitted: CivilDate; holidays: readonly CivilDate[] };
    return planClock({ admitted, plans: [], bankHolidays: holidays })?.due;
  },
};

/** Counted on a calendar. */
export const examples = {
  'ehch-pcsp-due': [
    { id: 'Saturday', input: { admitted: '2026-06-06', holidays: [] }, expected: '2026-06-16' },
    { id: 'Sunday', input: { admitted: '2026-06-07', holidays: [] }, expected: '2026-06-16' },
    {
      id: 'late on a summer evening is the day in London',
      input: { admitted: '2026-06-01T23:30:00Z', holidays: [] },
      expected: '2026-06-11',
    },
    {
      id: 'on a bank holiday',
      input: { admitted: '2026-05-25', holidays: ['2026-05-25'] },
      expected: '2026-06-03',
    },
  ],
};
