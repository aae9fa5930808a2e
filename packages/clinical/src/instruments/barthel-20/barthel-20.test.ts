import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { barthel20, scoreBarthel20 } from './barthel-20.ts';

const whole = fc.record(
  Object.fromEntries(
    barthel20.items.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ points }) => points))]),
  ),
);

test('any input has a result, and every part is needed', () => {
  assertTotal(scoreBarthel20, ...barthel20.items.map(({ id }) => id));
  assertSum(scoreBarthel20, whole);
});

test('the total is the sum of the points, and any other value is refused', () => {
  fc.assert(
    fc.property(
      whole,
      fc.constantFrom(...barthel20.items),
      fc.integer({ min: -20, max: 20 }),
      (input, item, value) => {
        const sum = Object.values(input).reduce((all, points) => all + points, 0);
        assert.equal(scoreBarthel20(input).total, sum);
        const known = item.options.some(({ points }) => points === value);
        assert.equal(scoreBarthel20({ ...input, [item.id]: value }).status, known ? 'complete' : 'invalid');
      },
    ),
  );
});

test('there is no band by default, and a place’s band names its source', () => {
  const worst = Object.fromEntries(barthel20.items.map(({ id }) => [id, 0]));
  assert.deepEqual([scoreBarthel20(worst).band, scoreBarthel20(worst).bandSource], [null, null]);
  const banded = scoreBarthel20(worst, { source: 'Policy of a place', rows: [[20, 'ours']] });
  assert.deepEqual([banded.band, banded.bandSource], ['ours', 'Policy of a place']);
});
