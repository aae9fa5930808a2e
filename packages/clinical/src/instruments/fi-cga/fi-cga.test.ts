import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { fiCga } from './fi-cga.ts';

test('any input has a result', () => assertTotal(fiCga.score, 'total', 'assessor', 'assessedAt'));

test('every whole total of up to two digits is accepted unchanged, and nothing else', () =>
  assertEntry(fiCga.score, [0, 99]));

test('no total has a band before the place has settled the limits of the bands', () => {
  for (let total = 0; total <= 99; total += 1) assert.equal(fiCga.score({ total }).band, null);
});
