import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { cornell } from './cornell.ts';

test('any input has a result', () => assertTotal(cornell.score, 'total', 'assessor', 'assessedAt'));

test('every whole total from 0 to 38 is accepted unchanged, and nothing else', () =>
  assertEntry(cornell.score, [0, 38]));

test('no item of the scale is here', () => {
  assert.deepEqual(
    cornell.items.map(({ id }) => id),
    ['total', 'on', 'version', 'assessor'],
  );
});
