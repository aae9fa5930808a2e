import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { fiCga } from './fi-cga.ts';

test('whatever is entered is answered', () => assertTotal(fiCga.score, 'total', 'assessor', 'assessedAt'));

test('every whole total of two digits is taken as it is, and nothing else', () =>
  assertEntry(fiCga.score, [0, 99]));

test('no total has a band before a place has said where its seams lie', () => {
  for (let total = 0; total <= 99; total += 1) assert.equal(fiCga.score({ total }).band, null);
});
