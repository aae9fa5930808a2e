import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byClockOfPage } from './by-clock-of-page.ts';

const NOW = '2026-11-21T09:30:00.000Z';
const HERE = '2026-11-30T05:48:00.000Z';

test('what a pull read three minutes ago was read three minutes ago by a page with another clock too', () => {
  const asOf = '2026-11-30T05:45:00.000Z';
  assert.deepEqual(byClockOfPage({ state: 'loaded', asOf }, NOW, HERE), {
    state: 'loaded',
    asOf: '2026-11-21T09:27:00.000Z',
  });
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  assert.deepEqual(byClockOfPage({ ...failed, last: { asOf } }, NOW, HERE), {
    ...failed,
    last: { asOf: '2026-11-21T09:27:00.000Z' },
  });
  assert.deepEqual(byClockOfPage(failed, NOW, HERE), failed);
  assert.deepEqual(byClockOfPage({ ...failed, at: asOf }, NOW, HERE), {
    ...failed,
    at: '2026-11-21T09:27:00.000Z',
  });
});

test('a moment ahead of the device’s own clock stays ahead, so that a clock set back still shows', () => {
  const ahead = { state: 'loaded', asOf: '2026-11-30T06:00:00.000Z' } as const;
  assert.deepEqual(byClockOfPage(ahead, NOW, HERE), ahead);
  assert.deepEqual(byClockOfPage(ahead, HERE, HERE), ahead);
  const passed = { state: 'refreshing', asOf: '2026-11-20T09:00:00.000Z' } as const;
  assert.deepEqual(byClockOfPage(passed, NOW, HERE), passed);
});
