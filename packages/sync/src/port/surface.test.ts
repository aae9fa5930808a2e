import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { jsonPair } from '../../test/json-pair.ts';
import { channel } from './endpoint.ts';
import { callSurface, serveSurface } from './surface.ts';

type Sums = {
  add(argument: { a: number; b: number }): Promise<number>;
  nothing(argument: null): Promise<null>;
  fail(argument: null): Promise<never>;
  break(argument: null): Promise<never>;
  hang(argument: null): Promise<never>;
};

const sums: Sums = {
  add: async ({ a, b }) => a + b,
  nothing: async () => null,
  fail: () => Promise.reject(new EhchError('forbidden', 'Not for this role.')),
  break: () => Promise.reject(new Error('FAMILY, Given is on the bus')),
  hang: () => new Promise(() => {}),
};
const NAMES = ['add', 'nothing', 'fail', 'break', 'hang'] as const;

function connect() {
  const pair = jsonPair();
  serveSurface(pair.far, sums);
  const lost = pair.near.lost.then((): never => {
    throw new EhchError('unreachable', 'lost');
  });
  lost.catch(() => {});
  return { ...pair, calls: callSurface<Sums>(pair.near.endpoint, NAMES, { deadlineMs: 5_000, lost }) };
}

const code = (expected: string) => (error: unknown) =>
  error instanceof EhchError && error.name === 'EhchError' && error.code === expected;

test('a call crosses as JSON and its answer comes back', async () => {
  const { calls } = connect();
  assert.equal(await calls.add({ a: 1, b: 2 }), 3);
  assert.equal(await calls.nothing(null), null);
});

test('an error crosses with its name and its code', async () => {
  await assert.rejects(connect().calls.fail(null), code('forbidden'));
});

test('the message of an unexpected error stays on its side, because it may quote a record', async () => {
  const { calls, sent } = connect();
  await assert.rejects(calls.break(null), code('server-error'));
  assert.ok(!JSON.stringify(sent).includes('FAMILY'));
});

test('what is no answer ends the call, and is never taken for what was asked', async () => {
  for (const value of [null, 3, 'three', [], {}, { ok: 'yes', value: 3 }, { value: 3 }]) {
    const { near, far, lost } = { ...jsonPair(), lost: new Promise<never>(() => {}) };
    far.addEventListener('message', ({ data }) => {
      const { id } = data as { id: string };
      far.postMessage({ id, type: 'RAW', value });
    });
    const calls = callSurface<Sums>(near.endpoint, NAMES, { deadlineMs: 5_000, lost });
    await assert.rejects(calls.add({ a: 1, b: 2 }), code('malformed'), JSON.stringify(value));
  }
});

test('a call without an answer ends at its deadline, as unknown', async () => {
  await assert.rejects(connect().calls.hang(null, { deadlineMs: 20 }), code('timeout'));
});

test('a lost port ends every open call', async () => {
  const { calls, lose } = connect();
  const open = assert.rejects(calls.hang(null), code('unreachable'));
  lose();
  await open;
});

test('nothing but the named functions can be reached over the port', async () => {
  const { near, sent } = connect();
  const calls = sent.length;
  for (const message of [
    { id: 'x1', type: 'GET', path: ['add'] },
    { id: 'x2', type: 'SET', path: ['add'], value: { type: 'RAW', value: 1 } },
    { id: 'x3', type: 'APPLY', path: ['constructor'], argumentList: [] },
    {
      id: 'x4',
      type: 'APPLY',
      path: ['add', 'constructor'],
      argumentList: [{ type: 'RAW', value: 'return 1' }],
    },
    { id: 'x5', type: 'CONSTRUCT', path: ['add'], argumentList: [] },
    { id: 'x6', type: 'APPLY', path: ['__proto__'], argumentList: [] },
    { id: 'x7', type: 'RELEASE', path: [] },
    { id: 'x8', type: 'APPLY', path: 'add' },
  ]) {
    near.endpoint.postMessage(message);
  }
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(sent.length - calls, 8, 'the other side must not have answered');
});

test('conversations on one port do not receive each other’s messages', async () => {
  const { near, far } = jsonPair();
  serveSurface(channel(far, 'one'), { add: async () => 'one' });
  serveSurface(channel(far, 'two'), { add: async () => 'two' });
  const never = new Promise<never>(() => {});
  const one = callSurface<{ add(argument: null): Promise<string> }>(channel(near.endpoint, 'one'), ['add'], {
    deadlineMs: 1000,
    lost: never,
  });
  const two = callSurface<{ add(argument: null): Promise<string> }>(channel(near.endpoint, 'two'), ['add'], {
    deadlineMs: 1000,
    lost: never,
  });
  assert.deepEqual(await Promise.all([one.add(null), two.add(null)]), ['one', 'two']);
});
