import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLimits, assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { bmi, bmiOf } from './bmi.ts';

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100);

test('any input has a result, and both parts are needed', () => {
  assertTotal(bmiOf, 'kg', 'heightM', 'amputation', 'oedema');
  assertSum(bmiOf, fc.record({ kg: hundredths(1500, 35_000), heightM: hundredths(50, 300) }));
});

test('the number is weight over height squared, rounded half up to one decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 150, max: 3500 }), fc.integer({ min: 50, max: 300 }), (tenthsKg, cm) => {
      // Whole numbers, so that no digit is lost: tenths of BMI are 10 × (tenths / 10) / (cm / 100)².
      const halves = (BigInt(tenthsKg) * 10_000n * 2n) / BigInt(cm * cm);
      const expected = Number((halves + 1n) / 2n) / 10;
      assert.equal(bmiOf({ kg: tenthsKg / 10, heightM: cm / 100 }).total, expected);
    }),
  );
});

test('weight and height are doubted and refused at their limits', () => {
  assertLimits((kg) => bmiOf({ kg, heightM: 1.6 }).flags, 'kg', {
    plausible: [25, 200],
    possible: [15, 350],
    by: 0.1,
  });
  const height = { plausible: [1.2, 2.1], possible: [0.5, 3], by: 0.01 } as const;
  assertLimits((heightM) => bmiOf({ kg: 60, heightM }).flags, 'heightM', height);
  assert.equal(bmiOf({ kg: 15, heightM: 3 }).total, bmi.range[0]);
  assert.equal(bmiOf({ kg: 350, heightM: 0.5 }).total, bmi.range[1]);
});

test('the questions carry the limits of the rule', () => {
  const { limits, plausible } = bmi.items[0];
  assert.deepEqual(
    [limits, plausible],
    [
      { min: 15, max: 350 },
      { min: 25, max: 200 },
    ],
  );
});
