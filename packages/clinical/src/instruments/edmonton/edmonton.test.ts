import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { edmonton } from './edmonton.ts';

test('whatever is entered is answered', () => assertTotal(edmonton.score, 'total', 'assessor', 'assessedAt'));

test('every whole total from 0 to 17 is taken as it is, and nothing else', () =>
  assertEntry(edmonton.score, [0, 17]));

test('no total has a band before a place has chosen a table and said whose it is', () => {
  for (let total = 0; total <= 17; total += 1) {
    assert.equal(edmonton.score({ total }).band, null);
    assert.equal(edmonton.score({ total }, { source: ' ', rows: [[17, 'any']] }).band, null);
  }
});
