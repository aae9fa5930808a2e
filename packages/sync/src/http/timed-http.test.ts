import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timedHttp } from './timed-http.ts';

const SERVER = 'Fri, 20 Nov 2026 09:15:00 GMT';
const NOON = Date.parse('2026-11-20T12:00:00Z');

/** The offsets that one answer tells. `took`: milliseconds by the device's clock. */
async function told(headers: Readonly<Record<string, string>>, took = 200): Promise<readonly number[]> {
  const offsets: number[] = [];
  const times = [NOON, NOON + took];
  const http = { request: async () => ({ status: 200, headers, text: '' }) };
  const timed = timedHttp(http, { now: () => times.shift() ?? 0 }, (ms) => offsets.push(ms));
  await timed.request({ method: 'GET', url: 'metadata', headers: {}, body: null, deadlineMs: 1_000 });
  return offsets;
}

test('the time in an answer tells how far the clock of the device is from the server', async () => {
  assert.deepEqual(await told({ date: SERVER }), [-(2 * 3_600_000 + 45 * 60_000) - 100]);
});

test('an answer without its own time, or one that took long, tells nothing', async () => {
  assert.deepEqual(await told({}), []);
  assert.deepEqual(await told({ date: 'yesterday' }), []);
  assert.deepEqual(await told({ date: SERVER, age: '3600' }), []);
  assert.deepEqual(await told({ date: SERVER }, 31_000), []);
  assert.deepEqual(await told({ date: SERVER }, -60_000), [], 'the clock was set meanwhile');
});
