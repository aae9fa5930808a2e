import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EhchError } from '../errors.ts';
import { addDays, daysBetween, weekday } from './civil-date.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-day.ts';

const day = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2024-01-01', n));

test('the nth working day is never a weekend or holiday, and exactly n working days lead up to it', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 40 }),
      fc.array(day, { maxLength: 200 }),
      (from, n, holidays) => {
        const due = addWorkingDays(from, n, holidays);
        assert.ok(![0, 6].includes(weekday(due)) && !holidays.includes(due));
        const passed = Array.from({ length: daysBetween(from, due) }, (_, index) => addDays(from, index + 1));
        assert.equal(passed.filter((date) => isWorkingDay(date, holidays)).length, n);
      },
    ),
  );
});

test('the next working day always comes after the day itself', () => {
  assert.equal(nextWorkingDay('2026-06-01', []), '2026-06-02');
  assert.equal(nextWorkingDay('2026-06-05', ['2026-06-08']), '2026-06-09');
  assert.equal(addWorkingDays('2026-06-06', 0, []), '2026-06-06');
});

test('a number of working days that is not whole, or is negative, is refused', () => {
  for (const n of [-1, 1.5, Number.NaN]) assert.throws(() => addWorkingDays('2026-06-01', n, []), EhchError);
});
