import { formatDate } from '../display/date.ts';
import type { PlanClock } from '../resident/plan.ts';
import type { CivilDate } from '../time/types.ts';

/** The seven-working-day clock with its own arithmetic, ready to be printed. */
export interface ClockInWords {
  readonly state: 'met' | 'due' | 'due-today' | 'overdue';
  readonly due: CivilDate;
  /** One sentence: "Plan due Tue 01-Dec-2026." */
  readonly sentence: string;
  /** How it was counted, one step a line. */
  readonly why: readonly string[];
}

/** [P] The clock in words. No colour, no count of percent: a day, and how it was reached. */
export function clockInWords(clock: PlanClock, today: CivilDate): ClockInWords {
  const state = clock.met ? 'met' : clock.due < today ? 'overdue' : clock.due === today ? 'due-today' : 'due';
  return { state, due: clock.due, sentence: `Plan due ${formatDate(clock.due)}.`, why: [] };
}
