import { londonDate, londonTime, readInstant } from './london.ts';
import type { Instant } from './types.ts';

/** An instant as a person types it in London time. Months and days need no leading zero. */
export interface LondonFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** `14:20`. */
  readonly time: string;
}

export function londonFields(instant: Instant): LondonFields {
  const [year = '', month = '', day = ''] = londonDate(instant).split('-');
  return { day, month, year, time: londonTime(instant) };
}

/** The instant of a day, month, year and time; `null` if there is none, as in the hour that is skipped in March. */
export function instantOf({ day, month, year, time }: LondonFields): Instant | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const clock = time.padStart(5, '0');
  // Winter time comes first, so that the hour that happens twice means the later one.
  for (const offset of ['Z', '+01:00']) {
    const instant = `${date}T${clock}:00${offset}`;
    if (readInstant(instant) === null) continue;
    if (londonDate(instant) === date && londonTime(instant) === clock) return instant;
  }
  return null;
}
