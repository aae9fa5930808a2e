import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EhchError } from '../errors.ts';
import { addDays, daysBetween, readCivilDate, weekday } from './civil-date.ts';
import { londonDate, londonTime, readInstant, zoneOfRepeatedHour } from './london.ts';
import { civilDayOf, comparePartialDates, isSurelyOlder, precisionOf, spanOf } from './partial-date.ts';

const day = fc
  .integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2150, 0, 1) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const partial = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', 'T00:00:00Z', 'T23:30:00Z', 'T09:15:00+01:00'))
  .map(([date, length, time]) => (length === 10 ? date + time : date.slice(0, length)));

/** The last Sunday of March and of October at 01:00 UTC, when the clocks of London change. */
const edges = Array.from({ length: 50 }, (_, index) => 2000 + index).flatMap((year) =>
  [2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month, 31, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  }),
);

test('an instant has London’s day and hour on both sides of every clock change', () => {
  const oracle = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(fc.constantFrom(...edges), fc.integer({ min: -26 * 60, max: 26 * 60 }), (edge, minutes) => {
      const instant = new Date(edge + minutes * 60_000).toISOString();
      assert.equal(`${londonDate(instant)} ${londonTime(instant)}`, oracle.format(new Date(instant)));
    }),
    { numRuns: 2000 },
  );
});

test('the zone is named in the hour that happens twice, and only there', () => {
  for (const edge of edges) {
    const at = (minutes: number) => zoneOfRepeatedHour(new Date(edge + minutes * 60_000).toISOString());
    const autumn = new Date(edge).getUTCMonth() === 9;
    const found = [-61, -60, -1, 0, 59, 60].map(at);
    assert.deepEqual(found, autumn ? [null, 'BST', 'BST', 'GMT', 'GMT', null] : Array(6).fill(null));
  }
});

test('a late summer evening in UTC is the next day in London', () => {
  assert.equal(londonDate('2026-06-01T23:30:00Z'), '2026-06-02');
  assert.equal(londonTime('2026-01-01T00:00:00Z'), '00:00');
});

test('days are added and counted by the calendar, across clock changes and leap years', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, n) => {
      const later = addDays(date, n);
      assert.equal(daysBetween(date, later), n);
      assert.equal(addDays(later, -n), date);
      assert.equal(weekday(later), new Date(`${later}T12:00:00Z`).getUTCDay());
    }),
  );
});

test('a text that is not a day is refused, and the error does not repeat it', () => {
  for (const bad of ['1941-02-29', '1941-13-01', '1941', '14/07/1941', '']) {
    assert.throws(
      () => addDays(bad, 1),
      (error) =>
        error instanceof EhchError && error.code === 'bad-argument' && !error.message.includes('1941'),
    );
  }
  assert.throws(() => londonDate('2026-06-01T09:15:00'), EhchError);
  assert.throws(() => addDays('2026-01-01', 0.5), EhchError);
});

test('the precision is that of the text, and a date that does not exist has none', () => {
  const expected = {
    '1941': 'year',
    '1941-07': 'month',
    '1941-07-14': 'day',
    '1941-07-14T09:00:00+01:00': 'moment',
    '2024-02-29': 'day',
    '2000-02-29': 'day',
    '1900-02-29': null,
    '2026-02-29': null,
    '1941-13': null,
    '1941-07-14T24:00:00Z': null,
    '2026-02-30T10:00:00Z': null,
    '2026-06-01T09:15:00': null,
    '14-Jul-1941': null,
    '': null,
  };
  for (const [text, precision] of Object.entries(expected)) assert.equal(precisionOf(text), precision, text);
});

test('no text makes the readers of dates throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), partial), (text) => {
      precisionOf(text);
      spanOf(text);
      civilDayOf(text);
      readCivilDate(text);
      readInstant(text);
      comparePartialDates(text, '2026');
    }),
  );
});

test('dates sort newest first, and a partial date never counts as newer than a day in it', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.oneof(partial, fc.constant('rubbish')))), (dates) => {
      const sorted = dates.toSorted(comparePartialDates);
      assert.deepEqual(dates.toReversed().sort(comparePartialDates).map(key), sorted.map(key));
      const starts = sorted.map((date) => spanOf(date)?.from ?? '');
      assert.deepEqual(starts, starts.toSorted().reverse());
    }),
  );
  const order = [
    '2026-01-01T10:00:00Z',
    '2026-01-01T09:00:00Z',
    '2026-01-01',
    '2026-01',
    '2026',
    '2025-12-31',
    null,
  ];
  assert.deepEqual(order.toReversed().sort(comparePartialDates), order);
});

/** Two spellings of one instant have the same place in the order. */
function key(date: string | null): string | number | null {
  return date === null ? null : (readInstant(date) ?? (spanOf(date) === null ? null : date));
}

test('a partial date may mean any day of its year or month, up to the last', () => {
  assert.deepEqual(spanOf('2026'), { from: '2026-01-01', to: '2026-12-31' });
  assert.deepEqual(spanOf('2026-04'), { from: '2026-04-01', to: '2026-04-30' });
  assert.deepEqual(spanOf('2024-02'), { from: '2024-02-01', to: '2024-02-29' });
  assert.deepEqual(spanOf('2026-04-05'), { from: '2026-04-05', to: '2026-04-05' });
});

test('a date is surely older only if every possible day is', () => {
  for (const [on, other] of [
    ['2025', '2026-01-01'],
    ['2026-03', '2026-04'],
    ['2026-04-05', '2026-04-06'],
    ['2026-04-05T09:00:00Z', '2026-04-05T09:01:00Z'],
  ] as const)
    assert.deepEqual([isSurelyOlder(on, other), isSurelyOlder(other, on)], [true, false], on);
  for (const [on, other] of [
    ['2026', '2026-12-31'],
    ['2026-04', '2026-04-30'],
    ['2026-04-05', '2026-04-05T21:00:00Z'],
    ['2026-04-05', '2026-04-05'],
    [null, '2026-04-05'],
    ['2026-04-05', null],
    ['last spring', '2026-04-05'],
    [null, null],
  ] as const)
    assert.deepEqual([isSurelyOlder(on, other), isSurelyOlder(other, on)], [false, false], `${on}, ${other}`);
});
