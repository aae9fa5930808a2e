import { civilParts, weekday } from '../time/civil-date.ts';
import { londonTime, readInstant, zoneOfRepeatedHour } from '../time/london.ts';
import { civilDayOf, precisionOf } from '../time/partial-date.ts';
import type { Instant, PartialDate } from '../time/types.ts';

// Our own list: the device's language must not change a date (D+Ta-0018), and some browsers' en-GB has "Sept".
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** The record has no date. */
const NOT_RECORDED = 'Not recorded';
/** The record has a date that cannot be read. "Not recorded" would be untrue (D+Ta-0022). */
const UNKNOWN = 'Unknown';

/**
 * `14-Jul-1941`, `Jul-1941` or `1941`, as much as is known: CUI D+Ta-0002..0010. An instant gives its day in London.
 */
export function formatDate(date: PartialDate | null): string {
  return write(date, (day) => String(day).padStart(2, '0'), SHORT, '-');
}

/**
 * `4 July 1941`, `July 1941` or `1941`: for letters, families and screen readers, CUI D+Ta-0011..0015. It leaves out
 * the leading zero of D+Ta-0019, which a screen reader would read out [P].
 */
export function speakDate(date: PartialDate | null): string {
  return write(date, String, LONG, ' ');
}

/** `Tue 24-Nov-2026`: CUI D+Ta-0016, 0017. A partial date has no weekday. */
export function formatDateWithWeekday(date: PartialDate | null): string {
  const day = civilDayOf(date);
  return day === null ? formatDate(date) : `${DAYS[weekday(day)]} ${formatDate(day)}`;
}

/** `09:12`, 24 hours, London time: CUI D+Tb-0001..0010. `01:30 BST` or `01:30 GMT` in the hour that happens twice. */
export function formatTime(instant: Instant | null): string {
  if (instant === null || instant === '') return NOT_RECORDED;
  if (readInstant(instant) === null) return UNKNOWN;
  const zone = zoneOfRepeatedHour(instant);
  return zone === null ? londonTime(instant) : `${londonTime(instant)} ${zone}`;
}

/** `21-Nov-2026 14:20`, London time: CUI D+Tb-0001..0010. A date without a time shows no time. */
export function formatDateTime(instant: PartialDate | null): string {
  if (instant === null || precisionOf(instant) !== 'moment') return formatDate(instant);
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

function write(
  date: PartialDate | null,
  writeDay: (day: number) => string,
  months: readonly string[],
  separator: string,
): string {
  if (date === null || date === '') return NOT_RECORDED;
  const precision = precisionOf(date);
  if (precision === null) return UNKNOWN;
  if (precision === 'year') return date;
  if (precision === 'month') return [months[Number(date.slice(5, 7)) - 1], date.slice(0, 4)].join(separator);
  const { year, month, day } = civilParts(civilDayOf(date) ?? date);
  return [writeDay(day), months[month - 1], String(year).padStart(4, '0')].join(separator);
}
