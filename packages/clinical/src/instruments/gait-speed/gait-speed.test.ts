import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { scoreGaitSpeed } from './gait-speed.ts';

test('any input has a result', () => assertTotal(scoreGaitSpeed, 'metres', 'seconds', 'reason'));

test('slow is below 0.8 by the digits entered, over all metres and seconds of two decimals', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 2000 }), fc.integer({ min: 400, max: 6000 }), (cm, cs) => {
      const { slow, mps } = scoreGaitSpeed({ metres: cm / 100, seconds: cs / 100 });
      assert.equal(slow, 10 * cm < 8 * cs);
      assert.ok(mps !== null && Math.abs(mps - cm / cs) < 1e-9);
    }),
    { numRuns: 2000 },
  );
});

test('every whole and half distance walked at exactly 0.8 m/s is not slow', () => {
  for (let halves = 2; halves <= 40; halves += 1) {
    const metres = halves / 2;
    assert.equal(scoreGaitSpeed({ metres, seconds: metres * 1.25 }).slow, false, String(metres));
  }
});
