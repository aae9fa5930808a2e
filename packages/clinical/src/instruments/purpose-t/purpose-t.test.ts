import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anything, assertTotal } from '../whole-entry.fixtures.ts';
import { enterPurposeT } from './purpose-t.ts';

test('any input has a result, and no result has a total', () => {
  assertTotal(enterPurposeT, 'pathway', 'version', 'assessor', 'assessedAt');
  fc.assert(
    fc.property(anything('pathway', 'version'), (input) => {
      const { total, range, band, status } = enterPurposeT(input);
      assert.deepEqual([total, range], [null, null]);
      assert.equal(status === 'complete', band !== null);
    }),
  );
});
