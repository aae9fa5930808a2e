import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../time/civil-date.ts';
import { formatDate, formatDateTime, formatDateWithWeekday, formatTime, speakDate } from './date.ts';
import { howOld } from './how-old.ts';

test('a date is shown and spoken only as far as it is known', () => {
  const cases = [
    ['1941', '1941', '1941', '1941'],
    ['1941-07', 'Jul-1941', 'July 1941', 'Jul-1941'],
    ['1941-07-04', '04-Jul-1941', '4 July 1941', 'Fri 04-Jul-1941'],
    ['2026-11-24', '24-Nov-2026', '24 November 2026', 'Tue 24-Nov-2026'],
    ['2026-06-01T23:30:00Z', '02-Jun-2026', '2 June 2026', 'Tue 02-Jun-2026'],
    ['', 'Not recorded', 'Not recorded', 'Not recorded'],
    ['2026-02-30', 'Unknown', 'Unknown', 'Unknown'],
    ['last spring', 'Unknown', 'Unknown', 'Unknown'],
  ] as const;
  for (const [date, shown, spoken, weekday] of cases) {
    assert.deepEqual(
      [formatDate(date), speakDate(date), formatDateWithWeekday(date)],
      [shown, spoken, weekday],
    );
  }
  assert.equal(formatDate(null), 'Not recorded');
});

test('every day can be read back from what is shown', () => {
  const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (n) => {
      const date = addDays('1970-01-01', n);
      const match = /^(\d{2})-([A-Z][a-z]{2})-(\d{4})$/.exec(formatDate(date));
      const month = String(months.indexOf(match?.[2] ?? '-') / 3 + 1).padStart(2, '0');
      assert.equal(`${match?.[3]}-${month}-${match?.[1]}`, date);
    }),
  );
});

test('two observations at 01:30 stay apart when the clocks go back', () => {
  assert.equal(formatDateTime('2026-10-25T01:30:00+01:00'), '25-Oct-2026 01:30 BST');
  assert.equal(formatDateTime('2026-10-25T01:30:00Z'), '25-Oct-2026 01:30 GMT');
  assert.equal(formatTime('2026-10-25T02:00:00Z'), '02:00');
});

test('a time is never made up', () => {
  assert.equal(formatDateTime('2026-06-01'), '01-Jun-2026');
  assert.equal(formatTime('2026-06-01'), 'Unknown');
  assert.equal(formatTime(null), 'Not recorded');
  assert.equal(formatTime('2026-06-01T23:00:00Z'), '00:00');
});

test('the age of a fact has its own words for each precision', () => {
  const today = '2026-11-21';
  const cases = [
    ['2026-11-21', 'today'],
    ['2026-11-20', '1 day old'],
    ['2026-11-08', '13 days old'],
    ['2026-11-07', '2 weeks old'],
    ['2026-09-22', '8 weeks old'],
    ['2026-09-21', '2 months old'],
    ['2026-05-21', '6 months old'],
    ['2024-11-22', '23 months old'],
    ['2024-11-21', '2 years old'],
    ['2026-11', 'this month'],
    ['2026-05', 'about 6 months old'],
    ['2026', 'this year'],
    ['2025', 'about 1 year old'],
    ['2026-11-22', 'in the future'],
    ['2027', 'in the future'],
    ['x', 'of unknown age'],
  ] as const;
  for (const [date, words] of cases) assert.equal(howOld(date, today), words, date);
  assert.equal(howOld(null, today), 'of unknown age');
});
