import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { painad } from './painad.ts';

test('no input makes the entry throw, and no number comes from anything but a number', () => {
  assertTotal(painad.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(painad.score, painad.range);
});
