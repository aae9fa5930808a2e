import type { PlanClock } from '../resident/plan.ts';
import { civilDayOf, spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import { addWorkingDays, nextWorkingDay } from '../time/working-day.ts';

/** NHS England, EHCH framework v3 (28 November 2023): assessment and plan within 7 working days. */
const WORKING_DAYS = 7;

export interface PlanClockInput {
  readonly admitted?: PartialDate | null;
  /** The last return from hospital. EHCH says "admission or readmission". */
  readonly returned?: PartialDate | null;
  /** The dates of the plans that are there. */
  readonly plans: readonly (PartialDate | null)[];
  readonly bankHolidays: readonly CivilDate[];
}

/**
 * When the personalised care and support plan is due, or `null` when the day that starts the clock is not known whole.
 *
 * [P] The day of arrival in London is day 0, however late and whether or not it is a working day; a later return starts
 * the clock again; a plan counts when it is surely dated on or after that day.
 */
export function planClock({ admitted, returned, plans, bankHolidays }: PlanClockInput): PlanClock | null {
  const start = planClockStart(admitted ?? null, returned ?? null);
  if (start === null) return null;
  return {
    ...start,
    dayOne: nextWorkingDay(start.from, bankHolidays),
    due: addWorkingDays(start.from, WORKING_DAYS, bankHolidays),
    met: plans.some((plan) => (spanOf(plan)?.from ?? '') >= start.from),
  };
}

/** The day that starts the clock, or `null` when it is not known whole. */
export function planClockStart(
  admitted: PartialDate | null,
  returned: PartialDate | null,
): Pick<PlanClock, 'from' | 'because'> | null {
  const arrival = spanOf(admitted);
  const back = spanOf(returned);
  if (returned !== null && back === null) return null;
  // A return whose day is not known may have restarted the clock: then no day is given at all.
  if (back !== null && (arrival === null || back.to > arrival.to || back.from > arrival.from)) {
    const from = civilDayOf(returned);
    const surelyLater = arrival === null || back.from >= arrival.to;
    return from !== null && surelyLater ? { from, because: 'returned' } : null;
  }
  const from = civilDayOf(admitted);
  return from === null ? null : { from, because: 'admitted' };
}
