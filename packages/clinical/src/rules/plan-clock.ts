import type { PlanClock } from '../resident/plan.ts';
import { addDays } from '../time/civil-date.ts';
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
  /** The last day that the list of bank holidays covers. Without it: to the end of the year of its last one. */
  readonly bankHolidaysUntil?: CivilDate | null;
  /** The day by which it is judged: a plan that is dated later is not there yet. */
  readonly today?: CivilDate;
}

/**
 * When the personalised care and support plan is due, or `null` when the day that starts the clock is not known whole.
 *
 * [P] The day of arrival in London is day 0, however late and whether or not it is a working day; a later return starts
 * the clock again; a plan counts when it is surely dated on or after that day, and has happened. Where the list of bank
 * holidays does not reach so far, the due day may be later, and that is said.
 */
export function planClock(input: PlanClockInput): PlanClock | null {
  const { admitted, returned, plans, bankHolidays, today } = input;
  const start = planClockStart(admitted ?? null, returned ?? null);
  if (start === null) return null;
  const due = addWorkingDays(start.from, WORKING_DAYS, bankHolidays);
  // [P] Where nobody says what day it is, a plan of more than a year after the due day is a slip.
  const last = today ?? addDays(due, A_YEAR);
  const isThere = (plan: PartialDate | null) => {
    const from = spanOf(plan)?.from;
    return from !== undefined && from >= start.from && from <= last;
  };
  return {
    ...start,
    dayOne: nextWorkingDay(start.from, bankHolidays),
    due,
    met: plans.some(isThere),
    ...(due <= coveredUntil(input) ? {} : { holidaysUnknown: true }),
  };
}

const A_YEAR = 366;

/** An empty list covers no day at all: it may have been forgotten. */
function coveredUntil({ bankHolidays, bankHolidaysUntil }: PlanClockInput): CivilDate {
  const last = [...bankHolidays].sort().at(-1);
  return bankHolidaysUntil ?? (last === undefined ? '' : `${last.slice(0, 4)}-12-31`);
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
