import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { must } from './must.ts';

test('no input makes the entry throw, and only a number gives a number', () => {
  assertTotal(must.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(must.score, must.range);
});
