import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { OutboxChange, Store } from '@ehch/store';
import { countingWrites, killAt, revive } from '../../test/crash.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, draft, loaded, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';

type Step = (store: Store) => Promise<unknown>;

/** A page of rows with its cursor. */
const page =
  (version: number, count: number): Step =>
  async (store) =>
    store.records(SOURCE).apply({
      epoch: await store.leadership.current(),
      changes: ['resident-1', 'resident-2'].map((resident) =>
        change(resident, {
          put: Array.from({ length: count }, (_, i) => resource('Observation', `${i}`, version)),
          kinds: { Observation: loaded(AT) },
        }),
      ),
      checkpoints: [checkpoint({ highWater: `2026-11-21T09:00:0${version}Z` })],
    });

const moves =
  (intent: string, from: 'queued' | 'sending' | 'unknown', to: OutboxChange): Step =>
  async (store) => {
    const entry = (await store.outbox.entries()).find((each) => each.intent === intent);
    return store.outbox.change(entry?.n ?? -1, [from], await store.leadership.current(), to);
  };

const claim: OutboxChange = { kind: 'move', to: 'sending', notBefore: 0, countAttempt: true };
const unknown: OutboxChange = {
  kind: 'move',
  to: 'unknown',
  notBefore: 5,
  attempt: { at: AT, outcome: 'timeout' },
};
const bodies = [resource('Observation', 'o-a', 1), resource('Observation', '1', 3)];

/** A day of the store. Each step is one call, and so one transaction. */
const DAY: readonly (readonly [string, Step])[] = [
  ['a leader begins', (store) => store.leadership.begin()],
  ['members', async (store) => putMembers(store)],
  ['a first page', page(1, 40)],
  ['an increment', page(2, 12)],
  ['a press', (store) => store.outbox.enqueue(operation('a'))],
  ['a second press', (store) => store.outbox.enqueue(operation('b'))],
  ['a worry', (store) => store.outbox.enqueue(operation('worry', { class: 'escalation' }))],
  ['a claim', moves('a', 'queued', claim)],
  ['a lost answer', moves('a', 'sending', unknown)],
  ['an acceptance', moves('a', 'unknown', { kind: 'accept', at: AT, bodies })],
  ['many changes, which write the pack anew', page(4, 39)],
  ['a press and its repeat', (store) => store.outbox.enqueue(operation('c'))],
  ['neighbours joined', (store) => join(store)],
  ['a discard', moves('worry', 'queued', { kind: 'discard', at: AT, by: 'nurse-1', why: 'twice' })],
  ['a look', (store) => store.looks.set('nurse-1', 'resident-1', AT)],
  ['a purge', (store) => store.records(SOURCE).purge('resident-2', 'consent-withdrawn')],
];

async function putMembers(store: Store) {
  const epoch = await store.leadership.current();
  const members = ['resident-1', 'resident-2'].map((resident) => ({ resident, facts: {} }));
  await store.records(SOURCE).putMembers(epoch, { home: 'home-1', asOf: AT, incomplete: false, members });
}

async function join(store: Store) {
  const entries = (await store.outbox.entries()).filter(({ intent }) => intent === 'b' || intent === 'c');
  await store.outbox.squash(
    entries.map(({ n }) => n),
    operation('c', { about: 'both' }),
  );
}

/** Everything that a reader can see. */
async function seen(store: Store): Promise<string> {
  const records = store.records(SOURCE);
  const { highWater, members: covered } = (await records.checkpoint('home-1', 'Observation')) ?? {};
  const reads = await Promise.all(['resident-1', 'resident-2'].map((each) => records.read(each)));
  return JSON.stringify({
    epoch: await store.leadership.current(),
    members: await records.members('home-1'),
    cursor: [highWater, covered],
    records: reads.map(({ resources, kinds }) => [resources.map(({ text }) => text).sort(), [...kinds]]),
    outbox: await store.outbox.entries(),
    acknowledgements: await store.outbox.acknowledgements(),
    look: await store.looks.last('nurse-1', 'resident-1'),
  });
}

afterEach(revive);

test('killed before or after any transaction of a day, the store has the whole step or nothing of it, and goes on', async () => {
  const states = await runWhole();
  const writes = countingWrites();
  await runDay(await openInSession(newName(), { secret: null }), 0);
  const total = writes.count();
  writes.stop();
  let kills = 0;
  for (let number = 1; number <= total; number++) {
    for (const when of ['before', 'after'] as const) kills += await killedOnce(states, number, when);
  }
  assert.equal(kills, 2 * total);
});

/** What is seen before each step, and at the end. */
async function runWhole(): Promise<string[]> {
  const store = await openInSession(newName(), { secret: null });
  const states = [await seen(store)];
  for (const [, step] of DAY) {
    await step(store);
    states.push(await seen(store));
  }
  store.close();
  return states;
}

async function runDay(store: Store, from: number, onStep: (index: number) => void = () => undefined) {
  for (const [index, [, step]] of DAY.entries()) {
    if (index < from) continue;
    onStep(index);
    await step(store);
  }
  store.close();
}

async function killedOnce(
  states: readonly string[],
  number: number,
  when: 'before' | 'after',
): Promise<number> {
  const [name, session] = [newName(), { secret: null }];
  let at = -1;
  const death = killAt(number, when);
  const life = (async () => runDay(await openInSession(name, session), 0, (index) => (at = index)))();
  // It dies with the browser.
  life.catch(() => undefined);
  const end = await Promise.race([life.then(() => 'lived'), death]);
  revive();
  if (end === 'lived') return 0;
  const store = await openInSession(name, session);
  const now = await seen(store);
  const what = `${DAY[at]?.[0]}, killed ${when} write ${number}`;
  assert.ok(at < 0 || [states[at], states[at + 1]].includes(now), what);
  await runDay(store, Math.max(at, 0));
  const again = await openInSession(name, session);
  // Two leaders began where the first one died, which is right.
  if (at !== 0) assert.equal(await seen(again), states.at(-1), `the rest of the day after ${what}`);
  again.close();
  return 1;
}

test('a draft is there whole, or is not, whenever the browser dies', async () => {
  for (const when of ['before', 'after'] as const) {
    const [name, session] = [newName(), { secret: null }];
    const store = await openInSession(name, session);
    const death = killAt(1, when);
    const saved = store.drafts.save(draft('d'), null, AT).then(() => 'kept');
    assert.equal(await Promise.race([death, saved]), 'died');
    revive();
    const next = await openInSession(name, session);
    assert.equal((await next.drafts.load('resident-1', 'cga'))?.draft.id, when === 'after' ? 'd' : undefined);
    next.close();
  }
});
