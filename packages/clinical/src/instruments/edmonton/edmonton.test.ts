import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { edmonton } from './edmonton.ts';

test('any input has a result', () => assertTotal(edmonton.score, 'total', 'assessor', 'assessedAt'));

test('every whole total from 0 to 17 is accepted unchanged, and nothing else', () =>
  assertEntry(edmonton.score, [0, 17]));

test('no total has a band before the place has chosen a table and named its source', () => {
  for (let total = 0; total <= 17; total += 1) {
    assert.equal(edmonton.score({ total }).band, null);
    assert.equal(edmonton.score({ total }, { source: ' ', rows: [[17, 'any']] }).band, null);
  }
});
