import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAhead, newestUpTo } from './server-times.ts';

const DATE = 'Sat, 21 Nov 2026 09:00:00 GMT';

test('L1: a row that is dated after the server’s own clock is not the newest, and one within its second is', () => {
  const times = ['2026-11-21T08:59:00Z', '2026-11-21T09:00:00.900Z', '2099-01-01T00:00:00Z'];
  assert.equal(newestUpTo(times, DATE), '2026-11-21T09:00:00.900Z');
  assert.equal(newestUpTo(times.slice(2), DATE), '2026-11-21T09:00:00.000Z', 'nothing else came');
  assert.equal(newestUpTo([], DATE), null);
  assert.equal(newestUpTo(times, null), '2099-01-01T00:00:00Z', 'the server does not say when it answered');
});

test('L1: a high water counts as lost only where the server’s clock was set back by more than its clocks may differ', () => {
  assert.equal(isAhead('2026-11-21T09:02:00Z', DATE, 150_000), false);
  assert.equal(isAhead('2026-11-21T09:03:00Z', DATE, 150_000), true);
  assert.equal(isAhead('2026-11-21T09:03:00Z', null, 150_000), false);
  assert.equal(isAhead(null, DATE, 150_000), false);
});
