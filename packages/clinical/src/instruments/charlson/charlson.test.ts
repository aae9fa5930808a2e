import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { CHARLSON_QUESTIONS, ONE_OF } from './charlson-conditions.ts';
import { charlson, scoreCharlson } from './charlson.ts';
import { NO_CONDITION } from './charlson.vectors.ts';

const milder = ONE_OF.map(([id]) => id as string);
const whole = fc
  .record({
    ...Object.fromEntries(CHARLSON_QUESTIONS.map(({ id }) => [id, fc.constantFrom<unknown>('yes', 'no')])),
    ageYears: fc.integer({ min: 0, max: 120 }),
  })
  // One degree of each disease.
  .map((input) => ({ ...input, ...Object.fromEntries(milder.map((id) => [id, 'no'])) }));

test('any input has a result, and every part is needed', () => {
  assertTotal(scoreCharlson, ...CHARLSON_QUESTIONS.map(({ id }) => id), 'ageYears');
  assertSum(scoreCharlson, whole);
});

test('the highest total counts every disease in its worse degree', () => {
  const all = Object.fromEntries(
    CHARLSON_QUESTIONS.map(({ id }) => [id, milder.includes(id) ? 'no' : 'yes']),
  );
  assert.equal(scoreCharlson({ ...all, ageYears: 120 }).total, charlson.range[1]);
});

test('age gives a point for each ten years from 50, and at most four', () => {
  for (let ageYears = 0; ageYears <= 120; ageYears += 1) {
    const points = Math.max(0, Math.min(4, Math.floor(ageYears / 10) - 4));
    assert.equal(scoreCharlson({ ...NO_CONDITION, ageYears }).total, points);
  }
});

test('there are 19 conditions, and no survival is computed', () => {
  assert.equal(CHARLSON_QUESTIONS.length, 19);
  assert.equal(scoreCharlson({ ...NO_CONDITION, ageYears: 90 }).band, null);
});
