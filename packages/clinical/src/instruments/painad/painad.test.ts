import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { painad } from './painad.ts';

test('no input makes the entry throw, and only a number gives a number', () => {
  assertTotal(painad.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(painad.score, painad.range);
});
