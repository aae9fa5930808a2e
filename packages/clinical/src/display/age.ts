import { addDays, civilParts, daysBetween, daysInMonth, writeCivilDate } from '../time/civil-date.ts';
import { civilDayOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import { formatDuration } from './duration.ts';

/**
 * Completed years on a day. `null` unless the whole date of birth is known and not after that day: a year alone
 * gives no age. A person born on 29 February is a year older on 1 March.
 */
export function ageInYears(born: PartialDate | null, on: CivilDate): number | null {
  const months = ageInMonths(born, on);
  return months === null ? null : Math.floor(months / 12);
}

/**
 * The age in brackets after a date of birth, CUI PAB-0034 and Table 7: days under four weeks, `7w 2d` under a year,
 * `15m 26d` under two, `4y 1m` under eighteen, then years. For the first two days the table has minutes and hours,
 * which need an hour of birth; here they are days. `null` if no age can be given.
 */
export function formatAge(born: PartialDate | null, on: CivilDate): string | null {
  const birthday = civilDayOf(born);
  const months = ageInMonths(born, on);
  if (birthday === null || months === null) return null;
  const days = daysBetween(birthday, on);
  if (days < 28) return days === 0 ? '0d' : formatDuration({ days });
  if (months < 12) return formatDuration({ weeks: Math.floor(days / 7), days: days % 7 });
  if (months < 24) return formatDuration({ months, days: daysBetween(addMonths(birthday, months), on) });
  const years = Math.floor(months / 12);
  return formatDuration(years < 18 ? { years, months: months % 12 } : { years });
}

/** The age after `Age at Death`, CUI PAB-0055..0060; `null` unless both dates are whole. */
export function ageAtDeath(born: PartialDate | null, died: PartialDate | null): string | null {
  const on = civilDayOf(died);
  return on === null ? null : formatAge(born, on);
}

function ageInMonths(born: PartialDate | null, on: CivilDate): number | null {
  const birthday = civilDayOf(born);
  if (birthday === null || daysBetween(birthday, on) < 0) return null;
  const from = civilParts(birthday);
  const to = civilParts(on);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < from.day ? months - 1 : months;
}

/** The day that completes the months. If that month lacks the day, it is the first of the next month. */
function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = civilParts(date);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  const last = daysInMonth(toYear, toMonth);
  return day <= last
    ? writeCivilDate(toYear, toMonth, day)
    : addDays(writeCivilDate(toYear, toMonth, last), 1);
}
