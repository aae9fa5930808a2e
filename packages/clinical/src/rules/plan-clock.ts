import { holidaysKnownUntil } from '../place/opening-hours.ts';
import type { PlanClock } from '../resident/plan.ts';
import { addDays, weekday } from '../time/civil-date.ts';
import { civilDayOf, precisionOf, spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import { addWorkingDays, nextWorkingDay } from '../time/working-day.ts';

/** NHS England, EHCH framework v3 (28 November 2023): assessment and plan within 7 working days. */
const WORKING_DAYS = 7;

export interface PlanClockInput {
  readonly admitted?: PartialDate | null;
  /** The last return from hospital. EHCH says "admission or readmission". */
  readonly returned?: PartialDate | null;
  /** The dates of the recorded plans. */
  readonly plans: readonly (PartialDate | null)[];
  readonly bankHolidays: readonly CivilDate[];
  /** The last day that the list of bank holidays covers. Defaults to the end of the year of its last holiday. */
  readonly bankHolidaysUntil?: CivilDate | null;
  /** The present day. A plan dated later does not count yet. */
  readonly today?: CivilDate;
}

/**
 * Returns when the personalised care and support plan is due, or `null` if the day that starts the clock is not
 * fully known.
 *
 * [P] The day of arrival, in London time, is day 0, whatever the hour and even if it is not a working day. A later
 * return starts the clock again. A plan counts if it is surely dated on or after that day and not in the future. If
 * the list of bank holidays ends before the due day, the due day may be later, and the result says so.
 */
export function planClock(input: PlanClockInput): PlanClock | null {
  const { admitted, returned, plans, bankHolidays, today } = input;
  const start = planClockStart(admitted ?? null, returned ?? null);
  if (start === null) return null;
  const due = addWorkingDays(start.from, WORKING_DAYS, bankHolidays);
  // [P] Without the present day, a plan dated more than a year after the due day counts as a slip.
  const last = today ?? addDays(due, A_YEAR);
  const isThere = (plan: PartialDate | null) => {
    const from = spanOf(plan)?.from;
    return from !== undefined && from >= start.from && from <= last && !isBefore(plan, start.arrived);
  };
  const skipped = [...new Set(bankHolidays)]
    .filter((day) => day > start.from && day <= due && isWeekday(day))
    .toSorted();
  const until = holidaysKnownUntil(input);
  return {
    ...start,
    dayOne: nextWorkingDay(start.from, bankHolidays),
    due,
    met: plans.some(isThere),
    ...(skipped.length > 0 && { skipped }),
    ...(until === null || due > until ? { holidaysUnknown: true, holidaysKnownUntil: until } : {}),
  };
}

/** Whether a plan of the day of arrival was surely made before it: a plan of the morning is none after the return of that evening. */
function isBefore(plan: PartialDate | null, arrived: string | undefined): boolean {
  if (plan === null || arrived === undefined || precisionOf(plan) !== 'moment') return false;
  return Date.parse(plan) < Date.parse(arrived);
}

function isWeekday(date: CivilDate): boolean {
  return ![0, 6].includes(weekday(date));
}

const A_YEAR = 366;

/** The day that starts the clock, or `null` if it is not fully known. */
export function planClockStart(
  admitted: PartialDate | null,
  returned: PartialDate | null,
): Pick<PlanClock, 'from' | 'because' | 'arrived'> | null {
  const arrival = spanOf(admitted);
  const back = spanOf(returned);
  if (returned !== null && back === null) return null;
  // A return on an unknown day may have restarted the clock, so no day can be given.
  if (back !== null && (arrival === null || back.to > arrival.to || back.from > arrival.from)) {
    const from = civilDayOf(returned);
    const surelyLater = arrival === null || back.from >= arrival.to;
    return from !== null && surelyLater ? { from, because: 'returned', ...momentOf(returned) } : null;
  }
  const from = civilDayOf(admitted);
  return from === null ? null : { from, because: 'admitted', ...momentOf(admitted) };
}

function momentOf(on: PartialDate | null): Pick<PlanClock, 'arrived'> {
  return on !== null && precisionOf(on) === 'moment' ? { arrived: on } : {};
}
