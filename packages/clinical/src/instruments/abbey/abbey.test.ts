import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { scoreAbbey } from './abbey.ts';
import { ABBEY_PARTS } from './abbey.vectors.ts';

const whole = fc.record(
  Object.fromEntries(ABBEY_PARTS.map((part) => [part, fc.integer({ min: 0, max: 3 })])),
);

test('any input has a result, and every part is needed', () => {
  assertTotal(scoreAbbey, ...ABBEY_PARTS, 'watched');
  assertSum(scoreAbbey, whole);
});

test('more pain in any part never gives a lower band', () => {
  const order = ['none', 'mild', 'moderate', 'severe'];
  fc.assert(
    fc.property(whole, fc.constantFrom(...ABBEY_PARTS), (input, part) => {
      const more = scoreAbbey({ ...input, [part]: 3 });
      assert.ok(order.indexOf(more.band ?? '') >= order.indexOf(scoreAbbey(input).band ?? ''));
    }),
  );
});
