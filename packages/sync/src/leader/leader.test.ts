import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { openMemoryStore, SERVER_SOURCE, type Store } from '@ehch/store';
import type { Locks } from '../locks.ts';
import type { Timing } from '../timing.ts';
import { lead, type Lead } from './lead.ts';
import { createNotes } from './notes.ts';
import type { Channel } from './ports.ts';
import { createWorker } from './work.ts';

const timing: Timing = { now: () => 0, wait: () => turn(), random: () => 0 };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A queue as the browser keeps it, with a way to freeze whoever holds the lock: the browser then gives it on. */
function frozenQueue(): Locks & { readonly freeze: () => void } {
  const waiting: (() => void)[] = [];
  let release: (() => void) | null = null;
  const grant = () => {
    if (release === null) waiting.shift()?.();
  };
  return {
    exclusive: (_name, held, signal) =>
      new Promise((resolve, reject) => {
        const go = () => {
          let isOver = false;
          const over = () => {
            if (isOver) return;
            isOver = true;
            release = null;
            grant();
          };
          release = over;
          void held().then(resolve, reject).finally(over);
        };
        signal?.addEventListener('abort', () => {
          const at = waiting.indexOf(go);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(signal.reason as Error);
        });
        waiting.push(go);
        grant();
      }),
    isWaitedFor: async () => false,
    freeze: () => release?.(),
  };
}

const until = async (is: () => boolean) => {
  for (let turns = 0; !is(); turns++) {
    if (turns > 1_000) throw new Error('never');
    await turn();
  }
};

/** A window that leads until it is stopped. */
function window(store: Store, locks: Locks, led: string[], name: string): Lead {
  return lead({
    locks,
    name: 'db',
    leadership: store.leadership,
    timing,
    work: (epoch, stop) => {
      led.push(`${name} ${epoch}`);
      return new Promise((resolve) => stop.addEventListener('abort', () => resolve()));
    },
  });
}

test('A1: one window leads at a time, the others wait in a queue, and the next one has the lead at once', async () => {
  const [store, locks, led] = [openMemoryStore(), frozenQueue(), [] as string[]];
  const [one, two, three] = ['one', 'two', 'three'].map((name) => window(store, locks, led, name)) as [
    Lead,
    Lead,
    Lead,
  ];
  await until(() => led.length === 1);
  two.stop();
  await two.ended;
  one.stop();
  await until(() => led.length === 2);
  assert.deepEqual(led, ['one 1', 'three 2'], 'a window that left the queue is passed over');
  three.stop();
  await Promise.all([one.ended, three.ended]);
});

test('A2, I7: a leader that was frozen and thaws writes nothing, and goes back into the queue', async () => {
  const [store, locks] = [openMemoryStore(), frozenQueue()];
  const copies = store.records(SERVER_SOURCE);
  const put = (epoch: number, text: string) =>
    copies.apply({
      epoch,
      changes: [
        {
          resident: 'agnes',
          put: [{ type: 'Flag', id: 'f', version: null, updated: null, text }],
          deleted: [],
          kinds: {},
        },
      ],
      checkpoints: [],
    });
  const epochs: number[] = [];
  const caught: unknown[] = [];
  let thaw = () => {};
  const frozen = lead({
    locks,
    name: 'db',
    leadership: store.leadership,
    timing,
    async work(epoch, stop) {
      epochs.push(epoch);
      if (epochs.length > 1) return new Promise((resolve) => stop.addEventListener('abort', () => resolve()));
      await new Promise<void>((resolve) => (thaw = resolve));
      await put(epoch, 'from before').catch((error: unknown) => {
        caught.push(error);
        throw error;
      });
    },
  });
  await until(() => epochs.length === 1);
  const led: string[] = [];
  const other = window(store, locks, led, 'other');
  locks.freeze();
  await until(() => led.length === 1);
  await put(2, 'from the leader');
  thaw();
  await until(() => caught.length === 1);
  assert.ok(caught[0] instanceof EhchError && caught[0].code === 'overtaken');
  assert.equal((await copies.read('agnes')).resources[0]?.text, 'from the leader');
  other.stop();
  await until(() => epochs.length === 2);
  assert.equal(epochs[1], 3, 'a new term has a new epoch');
  frozen.stop();
  await Promise.all([frozen.ended, other.ended]);
});

test('A1: a leader whose work fails queues again after a rest', async () => {
  const [store, locks] = [openMemoryStore(), frozenQueue()];
  let terms = 0;
  const one = lead({
    locks,
    name: 'db',
    leadership: store.leadership,
    timing,
    work: async (_epoch, stop) => {
      if (++terms === 1) throw new Error('a bug');
      await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
    },
  });
  await until(() => terms === 2);
  one.stop();
  await one.ended;
});

test('A3: a note carries a number alone, and a window that missed it finds out by the store', async () => {
  const sent: unknown[] = [];
  let deliver = (_data: unknown) => {};
  const channel: Channel = {
    postMessage: (message) => void sent.push(message),
    addEventListener: (_type, listener) => (deliver = (data) => listener({ data })),
    close: () => {},
  };
  let seq = 3;
  const notes = createNotes(channel, async () => seq);
  const heard: number[] = [];
  notes.onChange((at) => heard.push(at));
  notes.tell(3);
  assert.deepEqual(sent, [{ seq: 3 }]);
  deliver({ seq: 4, resident: 'agnes' });
  deliver({ seq: 4 });
  deliver('hello');
  seq = 6;
  await notes.catchUp();
  await notes.catchUp();
  assert.deepEqual(heard, [4, 6]);
});

test('what people pressed goes before what is pulled, and a sleep ends when something happens', async () => {
  const did: string[] = [];
  let presses = 1;
  let pulls = 2;
  let asleep = false;
  const stop = new AbortController();
  const sleeping: Timing = {
    ...timing,
    wait: (_ms, signal) =>
      new Promise((resolve) => {
        asleep = true;
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const push = {
    step: async () => ({ state: presses-- > 0 ? (did.push('push'), 'did') : 'idle' }),
    nextAt: () => Infinity,
  };
  const pull = {
    step: async () => ({ state: pulls-- > 0 ? (did.push('pull'), 'did') : 'idle' }),
    nextAt: () => 30_000,
  };
  const worker = createWorker([push, pull], sleeping);
  const running = worker.run(stop.signal);
  await until(() => asleep);
  assert.deepEqual(did, ['push', 'pull', 'pull']);
  [presses, asleep] = [1, false];
  worker.wake();
  await until(() => asleep);
  assert.deepEqual(did.at(-1), 'push');
  stop.abort();
  await running;
});
