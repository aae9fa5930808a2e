import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreFrailScale } from './frail-scale.ts';

const YES_NO = [true, false];

test('every complete set has the right sum and band, on either side of 5 illnesses and of 5 %', () => {
  for (const fatigue of YES_NO)
    for (const resistance of YES_NO)
      for (const ambulation of YES_NO)
        for (let illnesses = 0; illnesses <= 11; illnesses += 1)
          for (const weightLossPct of [-100, 0, 4.99, 5.01, 100]) {
            const all = [fatigue, resistance, ambulation, illnesses >= 5, weightLossPct > 5];
            const expected = all.filter(Boolean).length;
            const { total, band } = scoreFrailScale({
              fatigue,
              resistance,
              ambulation,
              illnesses,
              weightLossPct,
            });
            const named = expected === 0 ? 'robust' : expected <= 2 ? 'pre-frail' : 'frail';
            assert.deepEqual({ total, band }, { total: expected, band: named });
          }
});

test('a ruling on exactly 5 % changes only exactly 5 %', () => {
  const rest = { fatigue: false, resistance: false, ambulation: false, illnesses: 0 };
  for (const fiveCounts of YES_NO)
    for (const [weightLossPct, total] of [
      [4.9, 0],
      [5, fiveCounts ? 1 : 0],
      [5.1, 1],
    ] as const)
      assert.equal(
        scoreFrailScale({ ...rest, weightLossPct }, { fiveCounts, source: 'a place' }).total,
        total,
      );
});
