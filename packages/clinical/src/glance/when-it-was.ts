import { formatDuration } from '../display/duration.ts';
import { daysBetween } from '../time/civil-date.ts';
import { londonDate, readInstant } from '../time/london.ts';
import { comparePartialDates, spanOf } from '../time/partial-date.ts';
import type { CivilDate, Instant, PartialDate } from '../time/types.ts';

/** [P] The clocks of two computers may differ by minutes. A fact dated within these counts as past. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** [P] A wait is told in hours up to two days, and then in days. */
const HOURS_UP_TO_MS = 48 * 3_600_000;

/** Whether a fact can have happened: `false` for a date after now. A fact without a date is not in the future. */
export function hasHappened(on: PartialDate | null, now: Instant): boolean {
  if (on === null) return true;
  const [then, present] = [readInstant(on), readInstant(now)];
  if (then !== null && present !== null) return then <= present + CLOCK_SLACK_MS;
  const span = spanOf(on);
  return span === null || span.from <= londonDate(now);
}

/** `1hr 18min`, `4 days`; `null` for a date that is missing, partial or in the future. */
export function howLong(on: PartialDate | null, now: Instant): string | null {
  if (on === null || !hasHappened(on, now)) return null;
  const [then, present] = [readInstant(on), readInstant(now)];
  if (then !== null && present !== null && present - then < HOURS_UP_TO_MS) {
    return formatDuration(Math.max(0, Math.round((present - then) / 60_000)));
  }
  const span = spanOf(on);
  if (span === null || span.from !== span.to) return null;
  const days = daysBetween(span.from, londonDate(now));
  return days === 0 ? null : inDays(days);
}

/** How far a due date lies behind: `3 days`; empty for a partial date. `null` if it has not surely passed. */
export function overdueBy(due: PartialDate | null, today: CivilDate): string | null {
  const span = spanOf(due);
  if (span === null || span.to >= today) return null;
  // A partial date tells only that it has passed.
  return span.from === span.to ? inDays(daysBetween(span.to, today)) : '';
}

/** Whether a due date has surely passed. An instant passes at its time, a day when it is over. */
export function hasPassed(due: PartialDate | null, now: Instant): boolean {
  if (due === null) return false;
  const [then, present] = [readInstant(due), readInstant(now)];
  if (then !== null && present !== null) return then < present;
  return overdueBy(due, londonDate(now)) !== null;
}

/** Days until a due date, counted to its first possible day; `null` once it has passed, or without a date. */
export function daysUntil(due: PartialDate | null, today: CivilDate): number | null {
  const span = spanOf(due);
  if (span === null || span.to < today) return null;
  return Math.max(0, daysBetween(today, span.from));
}

/** The newest of the dates that are known, or `null`. */
export function newest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.filter((date) => date !== null).toSorted(comparePartialDates)[0] ?? null;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
