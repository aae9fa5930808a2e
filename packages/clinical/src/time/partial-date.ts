import { daysInMonth, readCivilDate, writeCivilDate } from './civil-date.ts';
import { londonDate, readInstant } from './london.ts';
import type { CivilDate, PartialDate } from './types.ts';

export type Precision = 'year' | 'month' | 'day' | 'moment';

/** How much of a date is known, or `null` if the text is not a date. */
export function precisionOf(partial: PartialDate): Precision | null {
  if (/^\d{4}$/.test(partial)) return 'year';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(partial)) return 'month';
  if (readCivilDate(partial) !== null) return 'day';
  return readInstant(partial) === null ? null : 'moment';
}

/** The calendar day in Europe/London, or `null` unless the whole day is known. */
export function civilDayOf(partial: PartialDate | null): CivilDate | null {
  if (partial === null) return null;
  const precision = precisionOf(partial);
  if (precision === 'day') return partial;
  return precision === 'moment' ? londonDate(partial) : null;
}

/** The first and last day that a date may mean, or `null` if it is not a date. For comparison, never for display. */
export function spanOf(
  partial: PartialDate | null,
): { readonly from: CivilDate; readonly to: CivilDate } | null {
  if (partial === null) return null;
  const precision = precisionOf(partial);
  if (precision === 'year') return { from: `${partial}-01-01`, to: `${partial}-12-31` };
  if (precision === 'month') {
    const year = Number(partial.slice(0, 4));
    const month = Number(partial.slice(5, 7));
    return { from: `${partial}-01`, to: writeCivilDate(year, month, daysInMonth(year, month)) };
  }
  const day = civilDayOf(partial);
  return day === null ? null : { from: day, to: day };
}

/**
 * Orders dates newest first, for `sort`.
 *
 * A partial date counts as its first possible day and comes after every fuller date of that day. So "2026" never
 * counts as newer than a day of 2026. A text that is not a date comes last.
 */
export function comparePartialDates(a: PartialDate | null, b: PartialDate | null): number {
  const left = sortKey(a);
  const right = sortKey(b);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (left.day !== right.day) return left.day < right.day ? 1 : -1;
  return right.rank - left.rank || right.ms - left.ms;
}

/** Whether `on` is before `other` whatever their unknown parts are. `false` if either date is missing. */
export function isSurelyOlder(on: PartialDate | null, other: PartialDate | null): boolean {
  const [key, otherKey] = [sortKey(on), sortKey(other)];
  if (key === null || otherKey === null) return false;
  const bothMoments = key.rank === RANK.moment && otherKey.rank === RANK.moment;
  return bothMoments ? comparePartialDates(on, other) > 0 : key.last < otherKey.day;
}

const RANK = { year: 0, month: 1, day: 2, moment: 3 } as const satisfies Record<Precision, number>;

interface SortKey {
  readonly day: CivilDate;
  readonly last: CivilDate;
  readonly rank: number;
  readonly ms: number;
}

/**
 * The most sort keys to keep: those of a record of 10 MB. A sort asks for one date's key many times, and every section
 * sorts the same dates. Finding an instant's day in London is the slow part.
 */
const KEPT_KEYS = 20_000;
const sortKeys = new Map<PartialDate, SortKey | null>();

function sortKey(partial: PartialDate | null): SortKey | null {
  if (partial === null) return null;
  const kept = sortKeys.get(partial);
  if (kept !== undefined) return kept;
  const key = readSortKey(partial);
  if (sortKeys.size >= KEPT_KEYS) sortKeys.clear();
  sortKeys.set(partial, key);
  return key;
}

function readSortKey(partial: PartialDate): SortKey | null {
  const span = spanOf(partial);
  const precision = precisionOf(partial);
  if (span === null || precision === null) return null;
  return { day: span.from, last: span.to, rank: RANK[precision], ms: readInstant(partial) ?? 0 };
}
