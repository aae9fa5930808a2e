import { addDays, londonDate, type CivilDate, type Instant } from '@ehch/clinical/time';

/** The moment of the demo. */
export const DEMO_NOW: Instant = '2026-11-21T09:30:00Z';

/** Makes the dates of the story, which counts in days from the day of the demo. */
export interface Days {
  /** The day `n` days ago; a negative `n` is in the future. */
  date(ago: number): CivilDate;
  /** A time of day in London, `n` days ago, with its offset. */
  at(ago: number, time: string): Instant;
  readonly now: Instant;
}

export function daysUntil(now: Instant): Days {
  const today = londonDate(now);
  const date = (ago: number): CivilDate => addDays(today, -ago);
  return { now, date, at: (ago, time) => londonInstant(date(ago), time) };
}

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

function londonInstant(date: CivilDate, time: string): Instant {
  const zone = offsets
    .formatToParts(new Date(`${date}T${time}:00Z`))
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${date}T${time}:00${zone === 'GMT' ? '+00:00' : (zone ?? '').replace('GMT', '')}`;
}
