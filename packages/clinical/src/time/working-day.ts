import { EhchError } from '../errors.ts';
import { addDays, weekday } from './civil-date.ts';
import type { CivilDate } from './types.ts';

/**
 * Monday to Friday without England's bank holidays, which the place's configuration lists.
 * [P] EHCH says "working days" and does not define them.
 */
export function isWorkingDay(date: CivilDate, bankHolidays: readonly CivilDate[]): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !bankHolidays.includes(date);
}

/** The first working day after `date`; never `date` itself. */
export function nextWorkingDay(date: CivilDate, bankHolidays: readonly CivilDate[]): CivilDate {
  let day = addDays(date, 1);
  while (!isWorkingDay(day, bankHolidays)) day = addDays(day, 1);
  return day;
}

/**
 * The `n`th working day after `date`, which is day 0 whether or not it is a working day. `n` is 0 or more.
 * @throws {EhchError} `bad-argument` for any other `n`
 */
export function addWorkingDays(date: CivilDate, n: number, bankHolidays: readonly CivilDate[]): CivilDate {
  if (!Number.isInteger(n) || n < 0) {
    throw new EhchError('bad-argument', 'Give a whole number of working days, 0 or more.');
  }
  let day = date;
  for (let passed = 0; passed < n; passed += 1) day = nextWorkingDay(day, bankHolidays);
  return day;
}
