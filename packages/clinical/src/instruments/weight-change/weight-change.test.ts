import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLimits, assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { saidOfScore } from '../../assessment/score-said.ts';
import { weightChange, weightChangeOf } from './weight-change.ts';

const kg = fc.integer({ min: 150, max: 3500 }).map((tenths) => tenths / 10);

test('any input has a result, and both weights are needed', () => {
  assertTotal(weightChangeOf, 'previousKg', 'currentKg', 'previousOn', 'currentOn');
  assertSum(weightChangeOf, fc.record({ previousKg: kg, currentKg: kg }));
});

test('a loss is above zero, a gain below, and the number is the share of the first weight', () => {
  fc.assert(
    fc.property(kg, kg, (previousKg, currentKg) => {
      const total = weightChangeOf({ previousKg, currentKg }).total ?? Number.NaN;
      assert.equal(Math.sign(total), Math.sign(previousKg - currentKg));
      assert.ok(Math.abs(total - ((previousKg - currentKg) / previousKg) * 100) < 1e-9);
    }),
  );
});

test('a gain is named, because its sign alone would read as a loss', () => {
  const said = (previousKg: number, currentKg: number) => {
    const score = weightChangeOf({ previousKg, currentKg });
    return saidOfScore(score, weightChange).result;
  };
  assert.equal(said(54, 60), '-11.11 % (gained)');
  assert.equal(said(60, 54), '10 % (lost)');
  assert.equal(said(60, 60), '0 %');
});

test('a whole percentage has no decimals', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 200 }), fc.integer({ min: 0, max: 50 }), (previousKg, percent) => {
      const currentKg = (previousKg * (100 - percent)) / 100;
      fc.pre(currentKg >= 15);
      assert.equal(weightChangeOf({ previousKg, currentKg }).total, percent);
    }),
  );
});

test('both weights are doubted and refused at their limits', () => {
  const limits = { plausible: [25, 200], possible: [15, 350], by: 0.1 } as const;
  assertLimits((previousKg) => weightChangeOf({ previousKg, currentKg: 60 }).flags, 'previousKg', limits);
  assertLimits((currentKg) => weightChangeOf({ previousKg: 60, currentKg }).flags, 'currentKg', limits);
});

test('two weights on one day are in order', () => {
  const day = '2026-06-01';
  const { days, status } = weightChangeOf({ previousKg: 60, currentKg: 59, previousOn: day, currentOn: day });
  assert.deepEqual([days, status], [0, 'complete']);
});
