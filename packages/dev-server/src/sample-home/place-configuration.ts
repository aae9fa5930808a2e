import type { PlaceConfiguration } from '@ehch/clinical';
import { opaqueId } from './identifiers.ts';

/** The roster of Rowan Court. */
export function rosterId(seed: number): string {
  return opaqueId(seed, 'roster');
}

export function placeConfiguration(seed: number): PlaceConfiguration {
  return {
    id: 'holmdale',
    title: 'Holmdale demonstration',
    version: '0.1.0',
    owner: 'EHCH Kit sample home',
    dated: '2026-11-21',
    signedOff: null,
    homes: [
      {
        id: 'rowan-court',
        name: 'Rowan Court',
        kind: 'nursing',
        roster: { kind: 'group', id: rosterId(seed) },
        practice: 'Ridgeway Surgery',
        // Tuesdays at 14:00.
        round: { weekday: 2, time: '14:00' },
      },
    ],
    // England and Wales, from the rules of the Banking and Financial Dealings Act 1971 and the dates of Easter
    // (5 April 2026, 28 March 2027). GOV.UK's list decides: compare before use.
    bankHolidays: [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-27',
      '2027-12-28',
    ],
    staleAfterMinutes: 24 * 60,
    // Ofcom reserves 01632 960000 to 960999 for drama.
    contacts: [
      {
        id: 'practice',
        name: 'Ridgeway Surgery',
        phone: '01632 960200',
        hours: [{ days: 'working-days', from: '08:00', to: '18:30' }],
      },
      {
        id: 'urgent-response',
        name: 'Urgent community response',
        phone: '01632 960500',
        hours: [{ days: 'every-day', from: '08:00', to: '20:00' }],
      },
      {
        id: 'palliative-advice',
        name: 'Palliative care advice line',
        phone: '01632 960600',
        forLastDays: true,
        hours: [{ days: 'every-day', from: '00:00', to: '24:00' }],
      },
    ],
  };
}
