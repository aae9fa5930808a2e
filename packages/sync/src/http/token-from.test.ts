import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { fetchHttp } from './fetch-http.ts';
import { observedHttp } from './observed-http.ts';

const request = {
  method: 'GET',
  url: 'https://record.test/fhir/Patient/one',
  headers: {},
  body: null,
  deadlineMs: 50,
} as const;

/** Asks with this sign-in, and returns how the request ended and what the status says. */
async function askWith(getToken: () => Promise<string | null>, stop?: AbortSignal) {
  const states: string[] = [];
  let sent = 0;
  const send: typeof fetch = async () => {
    sent++;
    return new Response('{}');
  };
  const http = observedHttp(fetchHttp(send, { getToken }), (state) => states.push(state));
  const ended: unknown = await http.request(request, stop).catch((error: unknown) => error);
  return { ended, states, sent };
}

const hangs = () => new Promise<never>(() => {});

test('a token that never comes ends with the deadline of its request', { timeout: 5_000 }, async () => {
  const { ended, states, sent } = await askWith(hangs);
  assert.ok(ended instanceof EhchError);
  assert.equal(ended.code, 'signed-out');
  assert.match(ended.message, /no token in time/);
  assert.deepEqual([states, sent], [['signed-out'], 0]);
});

test('a sign-in that fails counts as signed out, and its own words stay out of ours', async () => {
  const { ended, states, sent } = await askWith(() => Promise.reject(new Error('Sam Okafor expired')));
  assert.ok(ended instanceof EhchError);
  assert.equal(ended.code, 'signed-out');
  assert.doesNotMatch(ended.message, /Okafor/);
  assert.deepEqual([states, sent], [['signed-out'], 0]);
});

test('a sign-in that throws at once is no different', async () => {
  const { ended } = await askWith(() => {
    throw new TypeError('no session');
  });
  assert.equal(ended instanceof EhchError && ended.code, 'signed-out');
});

test('nobody waits for a token of a request that was stopped', { timeout: 5_000 }, async () => {
  const stop = new AbortController();
  const asking = askWith(hangs, stop.signal);
  stop.abort();
  const { ended, states } = await asking;
  assert.equal(ended instanceof EhchError && ended.code, 'unreachable');
  assert.deepEqual(states, []);
});
