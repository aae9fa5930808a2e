import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../time/civil-date.ts';
import {
  coversHolidays,
  isOpenAt,
  openUntil,
  opensNext,
  type KnownHolidays,
  type OpeningHours,
} from './opening-hours.ts';

/** England and Wales, https://www.gov.uk/bank-holidays, as published for 2026 and 2027. */
const ENGLAND: KnownHolidays = {
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
  ],
};

const PRACTICE: readonly OpeningHours[] = [{ days: 'working-days', from: '08:00', to: '18:30' }];
const UCR: readonly OpeningHours[] = [{ days: 'every-day', from: '08:00', to: '20:00' }];
const OUT_OF_HOURS: readonly OpeningHours[] = [
  { days: 'working-days', from: '18:30', to: '08:00' },
  { days: 'weekends-and-holidays', from: '00:00', to: '00:00' },
];

/** What a week looks like in which somebody would ring the wrong number. */
const WEEKS: readonly (readonly [string, string, readonly OpeningHours[], boolean, string | null])[] = [
  [
    'Boxing Day 2026, a Saturday, at 02:00',
    '2026-12-26T02:00:00Z',
    PRACTICE,
    false,
    '2026-12-29T08:00:00.000Z',
  ],
  [
    'the day kept for Boxing Day, a Monday',
    '2026-12-28T10:00:00Z',
    PRACTICE,
    false,
    '2026-12-29T08:00:00.000Z',
  ],
  ['Christmas Eve at closing time', '2026-12-24T18:30:00Z', PRACTICE, false, '2026-12-29T08:00:00.000Z'],
  ['a minute before it', '2026-12-24T18:29:00Z', PRACTICE, true, '2026-12-29T08:00:00.000Z'],
  ['New Year’s Day at noon', '2027-01-01T12:00:00Z', PRACTICE, false, '2027-01-04T08:00:00.000Z'],
  ['Good Friday, in summer time', '2026-04-03T09:00:00+01:00', PRACTICE, false, '2026-04-07T07:00:00.000Z'],
  ['Friday at 22:10', '2026-11-20T22:10:00Z', PRACTICE, false, '2026-11-23T08:00:00.000Z'],
  [
    'Friday at 22:10, urgent community response',
    '2026-11-20T22:10:00Z',
    UCR,
    false,
    '2026-11-21T08:00:00.000Z',
  ],
  [
    'Saturday at 02:00, out of hours since Friday 18:30',
    '2026-11-21T02:00:00Z',
    OUT_OF_HOURS,
    true,
    '2026-11-22T00:00:00.000Z',
  ],
  [
    'Monday at 07:59, out of hours since Sunday',
    '2026-11-23T07:59:00Z',
    OUT_OF_HOURS,
    false,
    '2026-11-23T18:30:00.000Z',
  ],
];

test('SPEC H1: a service is open by London’s clock, its weekday and the bank holidays', () => {
  for (const [when, at, hours, isOpen, next] of WEEKS) {
    assert.equal(isOpenAt(hours, at, ENGLAND), isOpen, when);
    assert.equal(opensNext(hours, at, ENGLAND), next, when);
  }
});

test('SPEC H1: a named weekday is closed on a bank holiday', () => {
  const mondays: readonly OpeningHours[] = [{ days: 'monday', from: '09:00', to: '12:00' }];
  assert.equal(isOpenAt(mondays, '2026-11-23T09:00:00Z', ENGLAND), true);
  assert.equal(isOpenAt(mondays, '2026-12-28T09:00:00Z', ENGLAND), false);
  assert.equal(opensNext(mondays, '2026-12-28T09:00:00Z', ENGLAND), '2027-01-04T09:00:00.000Z');
});

test('SPEC H1: Christmas, Boxing and New Year’s Day close a named weekday on a weekend, too, where the list has another day', () => {
  const weekend: readonly OpeningHours[] = [
    { days: 'saturday', from: '09:00', to: '12:00' },
    { days: 'sunday', from: '09:00', to: '12:00' },
  ];
  for (const day of ['2026-12-26', '2027-12-25', '2027-12-26', '2028-01-01'])
    assert.equal(isOpenAt(weekend, `${day}T10:00:00Z`, ENGLAND), false, day);
  assert.equal(isOpenAt(weekend, '2026-12-27T10:00:00Z', ENGLAND), true);
  assert.equal(opensNext(weekend, '2027-12-19T12:00:00Z', ENGLAND), '2028-01-02T09:00:00.000Z');
});

test('SPEC H1: hours that touch are one opening, and a service that never closes says so', () => {
  const twoShifts: readonly OpeningHours[] = [
    { days: 'every-day', from: '08:00', to: '18:30' },
    { days: 'every-day', from: '18:30', to: '22:00' },
  ];
  assert.equal(openUntil(twoShifts, '2026-11-20T09:00:00Z', ENGLAND), '2026-11-20T22:00:00.000Z');
  for (const to of ['00:00', '24:00']) {
    const always: readonly OpeningHours[] = [{ days: 'every-day', from: '00:00', to }];
    assert.equal(openUntil(always, '2026-06-20T23:30:00Z', ENGLAND), null, to);
  }
  assert.equal(openUntil(OUT_OF_HOURS, '2026-11-20T22:10:00Z', ENGLAND), '2026-11-23T00:00:00.000Z');
});

test('SPEC H1: the nights on which the clocks change keep the times of the clock on the wall', () => {
  const night: readonly OpeningHours[] = [{ days: 'every-day', from: '20:00', to: '06:00' }];
  // 29 March 2026: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
  assert.equal(openUntil(night, '2026-03-28T23:00:00Z', ENGLAND), '2026-03-29T05:00:00.000Z');
  assert.equal(openUntil(night, '2026-10-24T23:00:00Z', ENGLAND), '2026-10-25T06:00:00.000Z');
});

test('SPEC H1: a closed service opens at the moment that is told, and not a minute before', () => {
  const minute = fc.integer({ min: 0, max: 365 * 1440 });
  fc.assert(
    fc.property(minute, fc.constantFrom(PRACTICE, UCR), (offset, hours) => {
      const at = new Date(Date.parse('2026-01-01T00:00:00Z') + offset * 60_000).toISOString();
      const next = opensNext(hours, at, ENGLAND);
      assert.ok(next);
      assert.equal(isOpenAt(hours, next, ENGLAND), true);
      const before = new Date(Date.parse(next) - 60_000).toISOString();
      assert.equal(isOpenAt(hours, before, ENGLAND), false);
      if (isOpenAt(hours, at, ENGLAND)) return;
      for (let ms = Date.parse(at); ms < Date.parse(next); ms += 3 * 3_600_000)
        assert.equal(isOpenAt(hours, new Date(ms).toISOString(), ENGLAND), false);
    }),
  );
});

test('SPEC H2: beyond the list of bank holidays nobody knows, and an empty list knows nothing', () => {
  assert.equal(coversHolidays(ENGLAND, '2027-12-31'), true);
  assert.equal(coversHolidays(ENGLAND, '2028-01-01'), false);
  assert.equal(coversHolidays({ ...ENGLAND, bankHolidaysUntil: '2027-06-30' }, '2027-07-01'), false);
  assert.equal(coversHolidays({ bankHolidays: [] }, addDays('2026-01-01', 0)), false);
});

test('SPEC H1: a time without its zero is that time, and one that is none opens nothing', () => {
  const at = (from: string, to: string, moment: string) =>
    isOpenAt([{ days: 'every-day', from, to }], `2026-11-20T${moment}:00Z`, ENGLAND);
  assert.equal(at('8:00', '18:30', '23:00'), false);
  assert.equal(at('8:00', '18:30', '09:00'), true);
  assert.equal(at('08:00', '9:30', '10:00'), false);
  for (const wrong of ['8', 'eight', '25:00', '08:60', ''])
    assert.equal(at(wrong, '18:30', '09:00') || at('08:00', wrong, '09:00'), false, wrong);
});

test('SPEC H2: Christmas, Boxing and New Year’s Day are no working days, also beyond the end of the list', () => {
  const known = { bankHolidays: ['2026-12-25', '2026-12-28'] };
  assert.equal(opensNext(PRACTICE, '2026-12-31T20:00:00Z', known), '2027-01-04T08:00:00.000Z');
  assert.equal(isOpenAt(PRACTICE, '2027-01-01T10:00:00Z', known), false);
  const onHolidays: readonly OpeningHours[] = [{ days: 'weekends-and-holidays', from: '08:00', to: '20:00' }];
  assert.equal(isOpenAt(onHolidays, '2027-01-01T10:00:00Z', known), true);
  assert.equal(isOpenAt(PRACTICE, '2029-12-25T10:00:00Z', { bankHolidays: [] }), false);
  assert.equal(isOpenAt(PRACTICE, '2029-12-27T10:00:00Z', { bankHolidays: [] }), true);
});
