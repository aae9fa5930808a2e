import { addDays, weekday } from '../time/civil-date.ts';
import { instantOf } from '../time/london-fields.ts';
import { londonDate } from '../time/london.ts';
import type { CivilDate, Instant } from '../time/types.ts';
import { isWorkingDay } from '../time/working-day.ts';

/** A named weekday is closed on a bank holiday, because few services say what they do then. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** On which days hours apply. */
export type OpeningDays = 'working-days' | 'every-day' | 'weekends-and-holidays' | (typeof WEEKDAYS)[number];

/**
 * Hours of a service, in London time. Hours that end at or before they begin run over midnight, and belong to the day
 * on which they began. `00:00` to `24:00` is the whole day, and so is `00:00` to `00:00`.
 */
export interface OpeningHours {
  readonly days: OpeningDays;
  /** "08:00". */
  readonly from: string;
  /** "18:30". The service does not answer any more at this minute. */
  readonly to: string;
}

/** The bank holidays of a place, and how far they are known. */
export interface KnownHolidays {
  readonly bankHolidays: readonly CivilDate[];
  /** The last day that the list covers. If absent, it covers the year of its last holiday. */
  readonly bankHolidaysUntil?: CivilDate | null;
}

/** Whether a service is open at a moment. */
export function isOpenAt(hours: readonly OpeningHours[], at: Instant, known: KnownHolidays): boolean {
  return spansAround(hours, at, known).some(({ from, to }) => from <= ms(at) && ms(at) < to);
}

/** When the service that is open at `at` closes. `null`: not within a week, so it is always open. */
export function openUntil(hours: readonly OpeningHours[], at: Instant, known: KnownHolidays): Instant | null {
  const spans = spansFrom(hours, at, known, DAYS_AHEAD);
  let until = ms(at);
  // Spans that touch or overlap are one: 08:00–18:30 and 18:30–22:00 close at 22:00.
  for (;;) {
    const next = spans.find(({ from, to }) => from <= until && to > until);
    if (next === undefined) break;
    until = next.to;
  }
  return until - ms(at) > WEEK_MS ? null : new Date(until).toISOString();
}

/** When a service that is closed opens next, looking two weeks ahead. `null`: it does not. */
export function opensNext(hours: readonly OpeningHours[], at: Instant, known: KnownHolidays): Instant | null {
  const starts = spansFrom(hours, at, known, DAYS_AHEAD)
    .map(({ from }) => from)
    .filter((from) => from > ms(at));
  return starts.length === 0 ? null : new Date(Math.min(...starts)).toISOString();
}

/**
 * Whether the place's list covers a day. Beyond it, a working day may be a holiday that nobody has entered. An empty
 * list covers no day, because somebody may have forgotten it.
 */
export function coversHolidays(known: KnownHolidays, day: CivilDate): boolean {
  return day <= (holidaysKnownUntil(known) ?? '');
}

/** The last day that the list covers; `null`: the list is empty, so somebody may have forgotten it. */
export function holidaysKnownUntil({ bankHolidays, bankHolidaysUntil }: KnownHolidays): CivilDate | null {
  const last = bankHolidays.toSorted().at(-1);
  return bankHolidaysUntil ?? (last === undefined ? null : `${last.slice(0, 4)}-12-31`);
}

const DAYS_AHEAD = 14;
const WEEK_MS = 7 * 86_400_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

const ms = (at: Instant) => Date.parse(at);

function spansAround(hours: readonly OpeningHours[], at: Instant, known: KnownHolidays): readonly Span[] {
  return spansFrom(hours, at, known, 0);
}

/** Every span that begins from the day before `at` until `ahead` days later. */
function spansFrom(
  hours: readonly OpeningHours[],
  at: Instant,
  { bankHolidays }: KnownHolidays,
  ahead: number,
): readonly Span[] {
  const today = londonDate(at);
  const days = Array.from({ length: ahead + 2 }, (_, index) => addDays(today, index - 1));
  return days.flatMap((day) =>
    hours.filter(({ days: on }) => applies(on, day, bankHolidays)).flatMap((one) => spanOf(one, day)),
  );
}

function applies(on: OpeningDays, day: CivilDate, bankHolidays: readonly CivilDate[]): boolean {
  if (on === 'every-day') return true;
  const isHoliday = bankHolidays.includes(day) || ALWAYS_HOLIDAYS.has(day.slice(5));
  const isWorking = isWorkingDay(day, bankHolidays) && !isHoliday;
  if (on === 'working-days') return isWorking;
  if (on === 'weekends-and-holidays') return !isWorking;
  return WEEKDAYS[weekday(day)] === on && !isHoliday;
}

/**
 * Where one of these is on a weekend, GOV.UK lists the weekday that stands for it, and not the day itself.
 * [P] A service with Saturday hours is hardly open on a Christmas Day for that. On a weekday each is a bank holiday in every year,
 * also in one that the list does not cover yet: nobody waits on New Year's Eve for a service that "opens" in the morning.
 */
const ALWAYS_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '12-25', '12-26']);

/** No span where a time is none: a slip in the file must not read as open. */
function spanOf({ from, to }: OpeningHours, day: CivilDate): readonly Span[] {
  const [start, end] = [timeOf(from), timeOf(to === '24:00' ? '00:00' : to)];
  if (start === null || end === null) return [];
  const lastDay = end <= start ? addDays(day, 1) : day;
  return [{ from: momentOf(day, start), to: momentOf(lastDay, end) }];
}

/** "08:00", also of "8:00", which would sort after "18:30". `null`: it is no time. */
function timeOf(text: string): string | null {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, '0') : null;
}

/** A London time of a day, in milliseconds since 1970. A time that summer time skips is the one an hour later. */
function momentOf(date: CivilDate, time: string): number {
  const [year = '', month = '', day = ''] = date.split('-');
  const instant = instantOf({ year, month, day, time });
  return ms(instant ?? `${date}T${time}:00Z`);
}
