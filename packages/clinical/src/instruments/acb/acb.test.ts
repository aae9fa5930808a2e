import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { acb, enterAcb } from './acb.ts';

test('no input makes the entry throw, and no number comes from anything but a number', () => {
  assertTotal(enterAcb, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(enterAcb, acb.range);
});
