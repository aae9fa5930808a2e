import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastLooks } from './last-looks.ts';

test('a resident who is shown again was last looked at in the context before', () => {
  const looks = lastLooks();
  assert.equal(looks.before('c1', 'r1', '2026-11-21T09:00:00Z'), null);
  assert.equal(looks.before('c2', 'r2', '2026-11-21T09:05:00Z'), null);
  assert.equal(looks.before('c3', 'r1', '2026-11-21T09:10:00Z'), '2026-11-21T09:00:00Z');
});

test('the answer stays while the context stands, however often the view is drawn', () => {
  const looks = lastLooks();
  looks.before('c1', 'r1', '2026-11-21T09:00:00Z');
  assert.equal(looks.before('c1', 'r1', '2026-11-21T09:30:00Z'), null);
  looks.before('c2', 'r1', '2026-11-21T10:00:00Z');
  assert.equal(looks.before('c2', 'r1', '2026-11-21T10:30:00Z'), '2026-11-21T09:00:00Z');
});
