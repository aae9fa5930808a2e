import { daysInMonth, readCivilDate, writeCivilDate } from '../../time/civil-date.ts';

/** Whether a day lies more than `months` calendar months before `asOf`; `null` if that cannot be known. */
export function olderThanMonths(day: unknown, asOf: unknown, months: number): boolean | null {
  if (typeof day !== 'string' || typeof asOf !== 'string') return null;
  const now = readCivilDate(asOf);
  // A day after `asOf` is a wrong date.
  if (readCivilDate(day) === null || now === null || day > asOf) return null;
  const count = now.year * 12 + (now.month - 1) - months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  // ISO dates compare as text.
  return day < writeCivilDate(year, month, Math.min(now.day, daysInMonth(year, month)));
}
