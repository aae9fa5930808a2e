import { EhchError } from '../errors.ts';
import type { CivilDate } from './types.ts';

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The parts of a day of the Gregorian calendar. `month` is 1 to 12. */
export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of a day, or `null` if the day does not exist, such as `2026-02-30`. */
export function readCivilDate(text: string): CivilParts | null {
  const match = CIVIL_DATE.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** Writes a day as `2026-11-21`. */
export function writeCivilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `n` days later, or earlier if `n` is negative. @throws {EhchError} `bad-argument` if `date` is not a day */
export function addDays(date: CivilDate, n: number): CivilDate {
  const { year, month, day } = fromDayNumber(dayNumber(date) + whole(n));
  return writeCivilDate(year, month, day);
}

/**
 * How many days `b` is after `a`; negative if it is before. @throws {EhchError} `bad-argument` if either is not a day
 */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The day of the week, 0 for Sunday to 6 for Saturday. @throws {EhchError} `bad-argument` if `date` is not a day */
export function weekday(date: CivilDate): number {
  // Day 0 (1970-01-01) was a Thursday.
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The parts of a day. @throws {EhchError} `bad-argument` if `date` is not a day */
export function civilParts(date: CivilDate): CivilParts {
  const parts = readCivilDate(date);
  // The message leaves the value out, because it may be a date of birth.
  if (parts === null) throw new EhchError('bad-argument', 'Not a day of the calendar. Give YYYY-MM-DD.');
  return parts;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. A calendar day has no zone, so UTC arithmetic meets no summer time. */
function dayNumber(date: CivilDate): number {
  civilParts(date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(days: number): CivilParts {
  const date = new Date(days * DAY_MS);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999))
    throw new EhchError('bad-argument', 'The date leaves the years 0 to 9999.');
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function whole(n: number): number {
  if (!Number.isInteger(n)) throw new EhchError('bad-argument', 'Give a whole number of days.');
  return n;
}
