import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../time/civil-date.ts';
import { ageAtDeath, ageInYears, formatAge } from './age.ts';
import { formatDuration } from './duration.ts';

const today = '2026-11-21';

test('age is written by its band', () => {
  const cases = [
    ['2026-11-21', '0d'],
    ['2026-10-25', '27d'],
    ['2026-10-24', '4w'],
    ['2026-10-22', '4w 2d'],
    ['2025-11-22', '52w'],
    ['2025-11-20', '12m 1d'],
    ['2025-10-13', '13m 8d'],
    ['2022-10-13', '4y 1m'],
    ['2025-11-21', '12m'],
    ['2025-01-31', '21m 21d'],
    ['2024-11-22', '23m 30d'],
    ['2024-11-21', '2y'],
    ['2010-10-02', '16y 1m'],
    ['2008-11-22', '17y 11m'],
    ['2008-11-21', '18y'],
    ['2008-04-21', '18y'],
    ['1941-07-14', '85y'],
  ] as const;
  for (const [born, age] of cases) assert.equal(formatAge(born, today), age, born);
});

test('a month without that day is complete on the first of the next month', () => {
  assert.equal(formatAge('2025-01-31', '2026-02-28'), '12m 28d');
  assert.equal(formatAge('2025-01-31', '2026-03-01'), '13m');
  assert.equal(formatAge('2025-01-31', '2026-03-02'), '13m 1d');
});

test('no age is computed from a partial, unreadable, missing or future date of birth', () => {
  for (const born of [null, '', '1941', '1941-07', 'x', '2026-11-22']) {
    assert.equal(formatAge(born, today), null);
    assert.equal(ageInYears(born, today), null);
    assert.equal(ageAtDeath(born, today), null);
  }
  assert.equal(ageAtDeath('1941-07-14', '2026'), null);
  assert.equal(ageAtDeath('1941-07-14', '2026-07-13T23:30:00Z'), '85y');
});

test('a birthday on 29 February comes on 1 March in other years', () => {
  assert.equal(ageInYears('1940-02-29', '2026-02-28'), 85);
  assert.equal(ageInYears('1940-02-29', '2026-03-01'), 86);
  assert.equal(ageInYears('1940-02-29', '2024-02-29'), 84);
});

test('age never falls from one day to the next and always has words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 45_000 }), (days) => {
      const born = addDays(today, -days);
      const years = ageInYears(born, today) ?? -1;
      assert.ok(years >= 0 && years <= (ageInYears(born, addDays(today, 1)) ?? -1));
      assert.match(formatAge(born, today) ?? '', /^\d+(d|w|m|y)( \d+(d|m))?$/);
    }),
  );
});

test('a duration has the biggest unit first, and no zero parts or decimals', () => {
  const cases = [
    [160, '2hr 40min'],
    [3 * 1440 + 40, '3d 40min'],
    [60, '1hr'],
    [0, '0min'],
    [0.4, '0min'],
    [-1, 'Unknown'],
    [Number.NaN, 'Unknown'],
  ] as const;
  for (const [minutes, text] of cases) assert.equal(formatDuration(minutes), text);
  assert.equal(formatDuration({ minutes: 5, years: 1, weeks: 2 }), '1y 2w 5min');
});
