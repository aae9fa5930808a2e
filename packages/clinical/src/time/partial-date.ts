import { daysInMonth, readCivilDate, writeCivilDate } from './civil-date.ts';
import { londonDate, readInstant } from './london.ts';
import type { CivilDate, PartialDate } from './types.ts';

export type Precision = 'year' | 'month' | 'day' | 'moment';

/** How much of a date is known, or `null` if the text is not a date. */
export function precisionOf(partial: PartialDate): Precision | null {
  return dateIn(partial)?.precision ?? null;
}

/** The calendar day in Europe/London, or `null` unless the whole day is known. */
export function civilDayOf(partial: PartialDate | null): CivilDate | null {
  const date = dateIn(partial);
  return date?.precision === 'day' || date?.precision === 'moment' ? date.from : null;
}

/** The first and last day that a date may mean, or `null` if it is not a date. For comparison, never for display. */
export function spanOf(
  partial: PartialDate | null,
): { readonly from: CivilDate; readonly to: CivilDate } | null {
  const date = dateIn(partial);
  return date === null ? null : { from: date.from, to: date.to };
}

/**
 * Orders dates newest first, for `sort`.
 *
 * A partial date counts as its first possible day and comes after every fuller date of that day. So "2026" never
 * counts as newer than a day of 2026. A text that is not a date comes last.
 */
export function comparePartialDates(a: PartialDate | null, b: PartialDate | null): number {
  const left = dateIn(a);
  const right = dateIn(b);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (left.from !== right.from) return left.from < right.from ? 1 : -1;
  return RANK[right.precision] - RANK[left.precision] || right.ms - left.ms;
}

/** Whether `on` is before `other` whatever their unknown parts are. `false` if either date is missing. */
export function isSurelyOlder(on: PartialDate | null, other: PartialDate | null): boolean {
  const [date, otherDate] = [dateIn(on), dateIn(other)];
  if (date === null || otherDate === null) return false;
  const bothMoments = date.precision === 'moment' && otherDate.precision === 'moment';
  return bothMoments ? comparePartialDates(on, other) > 0 : date.to < otherDate.from;
}

const RANK = { year: 0, month: 1, day: 2, moment: 3 } as const satisfies Record<Precision, number>;

/** A date as it was read. */
interface ReadDate {
  readonly precision: Precision;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Of a moment: milliseconds since 1970. Else 0. */
  readonly ms: number;
}

/**
 * The most dates to keep: those of a record of 10 MB. A sort asks for one date many times, and every section sorts the
 * same dates. Finding an instant's day in London is the slow part.
 */
const KEPT_DATES = 20_000;
const keptDates = new Map<PartialDate, ReadDate | null>();

function dateIn(partial: PartialDate | null): ReadDate | null {
  if (partial === null) return null;
  const kept = keptDates.get(partial);
  if (kept !== undefined) return kept;
  const date = readPartialDate(partial);
  if (keptDates.size >= KEPT_DATES) keptDates.clear();
  // A text of any length may stand in the place of a date. It is not kept.
  if (partial.length <= LONGEST) keptDates.set(partial, date);
  return date;
}

/** Characters of an instant with nanoseconds and an offset. */
const LONGEST = 40;

function readPartialDate(partial: PartialDate): ReadDate | null {
  if (/^\d{4}$/.test(partial))
    return { precision: 'year', from: `${partial}-01-01`, to: `${partial}-12-31`, ms: 0 };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(partial)) {
    const year = Number(partial.slice(0, 4));
    const month = Number(partial.slice(5, 7));
    const to = writeCivilDate(year, month, daysInMonth(year, month));
    return { precision: 'month', from: `${partial}-01`, to, ms: 0 };
  }
  if (readCivilDate(partial) !== null) return { precision: 'day', from: partial, to: partial, ms: 0 };
  const ms = readInstant(partial);
  if (ms === null) return null;
  const day = londonDate(partial);
  return { precision: 'moment', from: day, to: day, ms };
}
