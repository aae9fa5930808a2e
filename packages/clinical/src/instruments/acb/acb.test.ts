import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { acb, enterAcb } from './acb.ts';

test('no input makes the entry throw, and only a number gives a number', () => {
  assertTotal(enterAcb, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(enterAcb, acb.range);
});
