import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { countsOf } from './polypharmacy.ts';

test('any input has a result, and without a count neither threshold is answered', () => {
  assertTotal(countsOf, 'count', 'counted');
  for (const count of [undefined, null, 'refused', -1, 100, 1.5, '5'] as number[]) {
    const { total, efiDeficit, tenPlus } = countsOf({ count });
    assert.deepEqual([total, efiDeficit, tenPlus], [null, null, null]);
  }
});

test('each threshold is crossed exactly at its number', () => {
  for (let count = 0; count <= 99; count += 1) {
    const { total, efiDeficit, tenPlus } = countsOf({ count });
    assert.deepEqual([total, efiDeficit, tenPlus], [count, count > 4, count > 9]);
  }
});
