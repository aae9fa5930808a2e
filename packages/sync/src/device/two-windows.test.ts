import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import { AT, draftOf, finish } from '../actions/actions.fixtures.ts';
import type { Http } from '../http/http.ts';
import { queuedLocks } from '../locks.ts';
import { deviceTiming, type Timing } from '../timing.ts';
import { createDeviceEngine } from './device-engine.ts';
import { configuration, count, pluggable, receiptOf, until } from './device.fixtures.ts';
import { storesWith } from './stores.fixtures.ts';

const SECOND = '0f3c1b52-7a0e-4d0f-9d57-1f0a6c1d2e02';

/** Two windows of one database, with what each was told and the notes between them. */
function twoWindows(http: Http, { isDeaf = false, timing = deviceTiming() } = {}) {
  const store = openMemoryStore();
  const locks = queuedLocks();
  const told = { near: 0, far: 0 };
  const posted: unknown[] = [];
  const windowOf = (name: keyof typeof told) =>
    createDeviceEngine({
      connect: () => http,
      onChange: () => (told[name] += 1),
      locks,
      stores: storesWith((opened) => ({ ...opened, store, name: 'db' })),
      // What a deaf window looks at every 15 seconds is not waited for.
      timing: { ...timing, wait: (ms, stop) => timing.wait(isDeaf ? 10 : ms, stop) },
      openChannel(channel) {
        const open = new BroadcastChannel(channel);
        return {
          postMessage(message) {
            posted.push(message);
            open.postMessage(message);
          },
          addEventListener: (_type, listener) =>
            (open.onmessage = (event) => (isDeaf ? undefined : listener(event as never))),
          close: () => open.close(),
        };
      },
    });
  return { near: windowOf('near'), far: windowOf('far'), told, posted };
}

test('A3: a window hears of what another window of the same database has kept, and the two fall silent', async () => {
  const { plug, http } = pluggable();
  const { near, far, told, posted } = twoWindows(http);
  plug.isIn = false;
  await near.configure(configuration);
  await far.configure(configuration);
  const before = told.far;
  await near.enqueue({ intent: finish(draftOf('one')), now: AT });
  await until(
    async () => told.far,
    (now) => now > before,
  );
  await near.close();
  await far.close();
  assert.ok(posted.length > 0 && posted.length < 20, `${posted.length} notes`);
});

test('A3: a window that was frozen and missed every note finds out by the store’s own number', async () => {
  const { plug, http } = pluggable();
  const { near, far, told } = twoWindows(http, { isDeaf: true });
  plug.isIn = false;
  await near.configure(configuration);
  await far.configure(configuration);
  const before = told.far;
  await near.enqueue({ intent: finish(draftOf('one')), now: AT });
  await until(
    async () => told.far,
    (now) => now > before,
  );
  await near.close();
  await far.close();
});

test('A3: “try now” in a window that does not send reaches the one that does', async () => {
  const { server, plug, http } = pluggable();
  const clock = { ms: Date.parse(AT), isStopped: false };
  const timing: Timing = {
    now: () => clock.ms,
    random: () => 0.9,
    // Time that is stopped ends no wait: only somebody's wish does.
    wait: (ms, stop) =>
      new Promise((resolve) => {
        stop?.addEventListener('abort', () => resolve());
        if (clock.isStopped) return;
        clock.ms += ms / 100;
        setTimeout(resolve, 1);
      }),
  };
  const { near, far } = twoWindows(http, { timing });
  await near.configure(configuration);
  await far.configure(configuration);
  await near.enqueue({ intent: finish(draftOf('one')), now: AT });
  await until(
    () => receiptOf(near),
    (receipt) => receipt?.state === 'sent',
  );
  plug.isIn = false;
  await near.enqueue({ intent: finish(draftOf('two'), SECOND), now: AT });
  const stateOf = async () => (await near.receiptsOf({ intents: [SECOND] }))[SECOND]?.state;
  while (plug.tries < 6) await new Promise((resolve) => setTimeout(resolve, 5));
  clock.isStopped = true;
  plug.isIn = true;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.notEqual(await stateOf(), 'sent');
  await far.tryNow(null);
  await until(stateOf, (state) => state === 'sent');
  assert.equal(count(server, 'QuestionnaireResponse'), 2);
  await near.close();
  await far.close();
});
