import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { braden } from './braden.ts';

test('no input makes the entry throw, and only a number gives a number', () => {
  assertTotal(braden.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(braden.score, braden.range);
});

test('a band has the source that the place names, and without one there is no band', () => {
  const rows = [
    [12, 'ours-high'],
    [23, 'ours-low'],
  ] as const;
  const table = { source: 'Policy of a place', rows };
  const banded = ({ band, bandSource }: ReturnType<typeof braden.score>) => [band, bandSource];
  assert.deepEqual(banded(braden.score({ total: 12 }, table)), ['ours-high', 'Policy of a place']);
  assert.deepEqual(banded(braden.score({ total: 13 }, table)), ['ours-low', 'Policy of a place']);
  assert.deepEqual(banded(braden.score({ total: 12 }, { source: ' ', rows })), [null, null]);
  assert.deepEqual(banded(braden.score({ total: 12 })), [null, null]);
  assert.deepEqual(banded(braden.score({ total: 24 }, table)), [null, null]);
});
