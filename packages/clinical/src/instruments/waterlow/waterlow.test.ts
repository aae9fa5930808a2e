import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { waterlow } from './waterlow.ts';

test('no input makes the entry throw, and no number comes from anything but a number', () => {
  assertTotal(waterlow.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(waterlow.score, waterlow.range);
});
