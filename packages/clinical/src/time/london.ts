import { EhchError } from '../errors.ts';
import { readCivilDate } from './civil-date.ts';
import type { CivilDate, Instant } from './types.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

const HOUR_MS = 3_600_000;

// Built once: making an Intl formatter costs more than using it a hundred times.
const civil = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'short',
});

/** Milliseconds since 1970, or `null` if the text is not an {@link Instant}, such as a time without an offset. */
export function readInstant(text: string): number | null {
  if (!INSTANT.test(text)) return null;
  // Date.parse would roll 30 February over into March.
  if (readCivilDate(text.slice(0, 10)) === null) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * The calendar day in Europe/London at an instant, whatever the device's time zone.
 * @throws {EhchError} `bad-argument` if the text is not an instant
 */
export function londonDate(instant: Instant): CivilDate {
  return wall(instantMs(instant)).date;
}

/**
 * The clock time in Europe/London at an instant: `09:05`.
 * @throws {EhchError} `bad-argument` if the text is not an instant
 */
export function londonTime(instant: Instant): string {
  return wall(instantMs(instant)).time;
}

/**
 * `BST` or `GMT` if the clock time happens twice because summer time ends, and otherwise `null`. Two observations at
 * 01:30 must stay apart.
 * @throws {EhchError} `bad-argument` if the text is not an instant
 */
export function zoneOfRepeatedHour(instant: Instant): string | null {
  const ms = instantMs(instant);
  const here = wall(ms);
  const same = (other: number) => {
    const there = wall(other);
    return there.date === here.date && there.time === here.time;
  };
  if (!same(ms - HOUR_MS) && !same(ms + HOUR_MS)) return null;
  return zone.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? null;
}

function instantMs(instant: Instant): number {
  const ms = readInstant(instant);
  if (ms === null) {
    throw new EhchError(
      'bad-argument',
      'Not a moment. Give ISO 8601 with an offset, such as 2026-11-21T14:20:00Z.',
    );
  }
  return ms;
}

function wall(ms: number): { date: CivilDate; time: string } {
  const iso = new Date(ms + offsetAt(ms)).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** Offsets by the hour, because clocks change on the hour. Asking Intl for each date of a long record is too slow. */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 10_000;

/** How far London is ahead of UTC at an instant, in milliseconds. */
function offsetAt(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const part of civil.formatToParts(hour * HOUR_MS)) parts[part.type] = part.value;
  const { year = '', month = '', day = '', hour: hours = '', minute = '', second = '' } = parts;
  const wall = `${year.padStart(4, '0')}-${month}-${day}T${hours}:${minute}:${second}Z`;
  const offset = Date.parse(wall) - hour * HOUR_MS;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}
