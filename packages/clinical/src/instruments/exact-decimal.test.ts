import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal, minus, quotient, times } from './exact-decimal.ts';

const ONE = decimal(1);

test('a half is rounded by the digits that a person sees, not by the nearest binary number', () => {
  for (const [value, places, rounded] of [
    [38.05, 1, 38.1],
    [1.005, 2, 1.01],
    [18.45, 1, 18.5],
    [-4.05, 1, -4.1],
    [0.04, 1, 0],
    [1e-7, 7, 1e-7],
    [2e21, 0, 2e21],
  ] as const)
    assert.equal(quotient(decimal(value), ONE, places), rounded);
});

test('an even division gives an exact result', () => {
  const loss = (before: number, now: number) =>
    quotient(times(minus(decimal(before), decimal(now)), decimal(100)), decimal(before), 12);
  assert.equal(loss(52, 46.8), 10);
  assert.equal(loss(41.6, 39.52), 5);
});

test('every number comes back from its digits, and any quotient is within half of its last place', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 10_000 }), (a, b) => {
      const { units, scale } = decimal(a);
      assert.equal(Number(`${units}e${-scale}`), a === 0 ? 0 : a);
      assert.ok(Math.abs(quotient(decimal(a), decimal(b), 3) - a / b) <= 0.0005 + 1e-6);
    }),
  );
});
