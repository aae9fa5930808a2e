import { londonDate, londonTime, readInstant } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical';

// What is typed as date and time is the clock of Europe/London, whatever the device says.

/** `2026-11-21T14:20`. */
export function fieldOf(instant: Instant): string {
  return `${londonDate(instant)}T${londonTime(instant)}`;
}

/** The moment that a day, month, year and time mean; `null`: none, as in the hour that is left out in March. */
export function instantOf([day = '', month = '', year = '', time = '']: readonly string[]): Instant | null {
  const field = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}`;
  // Winter first: of the hour that happens twice the later one.
  for (const offset of ['Z', '+01:00']) {
    const instant = `${field}:00${offset}`;
    if (readInstant(instant) !== null && fieldOf(instant) === field) return instant;
  }
  return null;
}
