import { londonDate, londonTime, readInstant } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical';

// A field for date and time knows no zone; what it shows and takes is the clock of Europe/London, whatever the device says.

/** As the field takes it: `2026-11-21T14:20`. */
export function fieldOf(instant: Instant): string {
  return `${londonDate(instant)}T${londonTime(instant)}`;
}

/** The moment that a field's text means; `null`: it is none, as in the hour that is left out in March. */
export function instantOf(field: string): Instant | null {
  // Winter first: of the hour that happens twice the later one.
  for (const offset of ['Z', '+01:00']) {
    const instant = `${field.slice(0, 16)}:00${offset}`;
    if (readInstant(instant) !== null && fieldOf(instant) === field.slice(0, 16)) return instant;
  }
  return null;
}
