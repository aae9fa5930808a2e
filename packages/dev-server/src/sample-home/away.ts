import type { DaysAgo, Story } from './story.ts';

/** Whether the resident was in hospital on that day. The home then measured nothing. */
export function wasAway({ stay, events = [] }: Story, ago: DaysAgo): boolean {
  if (stay.inHospital && ago <= stay.inHospital.since) return true;
  if (stay.back && ago <= stay.back.away && ago > stay.back.on) return true;
  return events.some(
    ({ kind, ago: from, until = from }) => kind === 'hospital-stay' && ago <= from && ago >= until,
  );
}
