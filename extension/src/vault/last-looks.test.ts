import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastLooks } from './last-looks.ts';

const NINE = '2026-11-21T09:00:00Z';
const LATER = '2026-11-21T09:30:00Z';

test('the last look was in the context before, as when that last showed the resident', () => {
  const looks = lastLooks();
  assert.equal(looks.before('c1', 'r1'), null);
  looks.shown('c1', 'r1', NINE);
  looks.shown('c1', 'r1', LATER);
  looks.shown('c2', 'r2', LATER);
  assert.equal(looks.before('c3', 'r1'), LATER);
  assert.equal(looks.before('c3', 'r2'), LATER);
});

test('the look before stays the same for the whole context, however often the view is drawn', () => {
  const looks = lastLooks();
  looks.shown('c1', 'r1', NINE);
  assert.equal(looks.before('c1', 'r1'), null);
  for (const now of [LATER, '2026-11-21T10:00:00Z']) {
    looks.shown('c2', 'r1', now);
    assert.equal(looks.before('c2', 'r1'), NINE);
  }
});

test('a resident who was only asked for was not looked at', () => {
  const looks = lastLooks();
  looks.before('c1', 'r1');
  assert.equal(looks.before('c2', 'r1'), null);
});

test('no look outlasts a forgetting', () => {
  const looks = lastLooks();
  looks.shown('c1', 'r1', NINE);
  looks.forget();
  assert.equal(looks.before('c2', 'r1'), null);
});
