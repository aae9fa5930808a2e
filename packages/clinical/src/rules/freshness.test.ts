import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessOf } from './freshness.ts';

test('an answer within the limit is current, and one second later it is stale', () => {
  assert.equal(freshnessOf('2026-06-01T09:00:00Z', '2026-06-01T10:00:00Z', 60), 'current');
  assert.equal(freshnessOf('2026-06-01T09:00:00Z', '2026-06-01T10:00:01Z', 60), 'stale');
  assert.equal(freshnessOf('2026-06-01T10:00:00+01:00', '2026-06-01T09:00:00Z', 0), 'current');
});

test('a clock that runs backwards, or cannot be read, is stale', () => {
  assert.equal(freshnessOf('2026-06-01T09:00:01Z', '2026-06-01T09:00:00Z', 60), 'stale');
  assert.equal(freshnessOf('2026-06-01', '2026-06-01T09:00:00Z', 60), 'stale');
  assert.equal(freshnessOf('2026-06-01T09:00:00Z', 'now', 60), 'stale');
  assert.equal(freshnessOf('2026-06-01T09:00:00Z', '2026-06-01T09:00:00Z', Number.NaN), 'stale');
});
