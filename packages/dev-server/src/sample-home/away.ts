import type { DaysAgo, Story } from './story.ts';

/** Whether she was in hospital on that day, so that the home can have measured nothing. */
export function wasAway({ stay, events = [] }: Story, ago: DaysAgo): boolean {
  if (stay.inHospital && ago <= stay.inHospital.since) return true;
  if (stay.back && ago <= stay.back.away && ago > stay.back.on) return true;
  return events.some(
    ({ kind, ago: from, until = from }) => kind === 'hospital-stay' && ago <= from && ago >= until,
  );
}
