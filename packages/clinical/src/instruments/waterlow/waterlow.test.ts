import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { waterlow } from './waterlow.ts';

test('no input makes the entry throw, and only a number gives a number', () => {
  assertTotal(waterlow.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(waterlow.score, waterlow.range);
});
