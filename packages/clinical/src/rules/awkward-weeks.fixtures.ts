import type { CivilDate, PartialDate } from '../time/types.ts';

/**
 * England's bank holidays of 2026 and 2027, by the rules of the Banking and Financial Dealings Act 1971 and the dates of Easter (5 April
 * 2026, 28 March 2027): remembered, so GOV.UK's list decides. Christmas Day 2027 is a Saturday and Boxing Day a Sunday, so the
 * holidays are the Monday and Tuesday after.
 */
export const ENGLAND: readonly CivilDate[] = [
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
];

export interface AwkwardWeek {
  readonly week: string;
  readonly admitted: PartialDate;
  readonly returned?: PartialDate;
  readonly dayOne: CivilDate;
  readonly due: CivilDate;
  readonly skipped?: readonly CivilDate[];
  /** Whether the list ends too early. */
  readonly isUncertain?: true;
}

/** Counted by hand on a paper calendar, with day 1 to day 7 written under the days. */
export const AWKWARD_WEEKS: readonly AwkwardWeek[] = [
  { week: 'an ordinary Monday', admitted: '2026-06-01', dayOne: '2026-06-02', due: '2026-06-10' },
  { week: 'Friday at 22:10', admitted: '2026-11-20T22:10:00Z', dayOne: '2026-11-23', due: '2026-12-01' },
  { week: 'Saturday', admitted: '2026-11-21', dayOne: '2026-11-23', due: '2026-12-01' },
  {
    week: 'Sunday at 00:05 in London',
    admitted: '2026-06-06T23:05:00Z',
    dayOne: '2026-06-08',
    due: '2026-06-16',
  },
  {
    week: 'Saturday at 23:55 in London',
    admitted: '2026-06-06T22:55:00Z',
    dayOne: '2026-06-08',
    due: '2026-06-16',
  },
  {
    week: 'the Monday before Easter',
    admitted: '2026-03-30',
    dayOne: '2026-03-31',
    due: '2026-04-10',
    skipped: ['2026-04-03', '2026-04-06'],
  },
  {
    week: 'Maundy Thursday at 22:10',
    admitted: '2026-04-02T21:10:00Z',
    dayOne: '2026-04-07',
    due: '2026-04-15',
    skipped: ['2026-04-03', '2026-04-06'],
  },
  {
    week: 'Good Friday itself',
    admitted: '2026-04-03',
    dayOne: '2026-04-07',
    due: '2026-04-15',
    skipped: ['2026-04-06'],
  },
  {
    week: 'Christmas Eve, with Boxing Day on a Saturday',
    admitted: '2026-12-24',
    dayOne: '2026-12-29',
    due: '2027-01-07',
    skipped: ['2026-12-25', '2026-12-28', '2027-01-01'],
  },
  {
    week: 'Christmas Day',
    admitted: '2026-12-25T02:00:00Z',
    dayOne: '2026-12-29',
    due: '2027-01-07',
    skipped: ['2026-12-28', '2027-01-01'],
  },
  {
    week: 'the Friday before Christmas at 22:10',
    admitted: '2026-12-18T22:10:00Z',
    dayOne: '2026-12-21',
    due: '2026-12-31',
    skipped: ['2026-12-25', '2026-12-28'],
  },
  {
    week: 'New Year’s Eve',
    admitted: '2026-12-31',
    dayOne: '2027-01-04',
    due: '2027-01-12',
    skipped: ['2027-01-01'],
  },
  {
    week: 'Christmas on a weekend: the list ends before the count does',
    admitted: '2027-12-23',
    dayOne: '2027-12-24',
    due: '2028-01-05',
    skipped: ['2027-12-27', '2027-12-28'],
    isUncertain: true,
  },
  {
    week: 'the two bank holidays of May',
    admitted: '2026-05-01',
    dayOne: '2026-05-05',
    due: '2026-05-13',
    skipped: ['2026-05-04'],
  },
  {
    week: 'back from hospital on the third working day',
    admitted: '2026-06-01',
    returned: '2026-06-04T15:00:00Z',
    dayOne: '2026-06-05',
    due: '2026-06-15',
  },
  {
    week: 'admitted again after the first count had ended',
    admitted: '2026-03-02',
    returned: '2026-11-20T22:10:00Z',
    dayOne: '2026-11-23',
    due: '2026-12-01',
  },
  {
    week: 'the night on which the clocks go back',
    admitted: '2026-10-25T00:30:00Z',
    dayOne: '2026-10-26',
    due: '2026-11-03',
  },
];
