import 'fake-indexeddb/auto';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '../memory/open-memory-store.ts';
import type { OutboxState } from '../outbox/outbox.ts';
import type { Store } from '../store.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, draft, loaded, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const RESIDENTS = ['resident-1', 'resident-2'];
const AT = '2026-11-21T10:00:00Z';

/** One call of a store, and what it answers, without what is random in it. */
type Command = (store: Store) => Promise<unknown>;

const resident = fc.constantFrom(...RESIDENTS);
const type = fc.constantFrom('Observation', 'Goal', 'DocumentReference');
const id = fc.integer({ min: 0, max: 40 }).map(String);
const version = fc.integer({ min: 1, max: 9 });
const updated = fc.option(version.map((second) => `2026-11-21T09:00:0${second}Z`));
const row = fc
  .record({ type, id, version, updated })
  .map((each) => resource(each.type, each.id, each.version, { updated: each.updated }));
const key = fc.tuple(type, id).map(([each, name]) => `${each}/${name}`);
const intent = fc.integer({ min: 0, max: 5 }).map((each) => `intent-${each}`);
const state = fc.constantFrom<OutboxState[]>('queued', 'sending', 'unknown', 'held', 'conflict', 'rejected');
const nth = fc.integer({ min: 0, max: 4 });

const entryAt = async (store: Store, at: number) => (await store.outbox.entries())[at]?.n ?? -1;

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      resident,
      put: fc.array(row, { maxLength: 60 }),
      gone: fc.array(key, { maxLength: 3 }),
      updated,
      version,
    })
    .map(({ resident: who, put, gone, updated: when, version: at }): Command => async (store) => {
      const deleted = gone.map((each) => ({ key: each, updated: when }));
      const kinds = { Observation: loaded(`2026-11-21T10:00:0${at}Z`) };
      const step = {
        changes: [change(who, { put, deleted, kinds })],
        checkpoints: [checkpoint({ serverEpoch: at })],
      };
      return store.records(SOURCE).apply({ epoch: await store.leadership.current(), ...step });
    }),
  fc
    .record({ resident, row, isRestored: fc.boolean() })
    .map(({ resident: who, row: one, isRestored }): Command => async (store) => {
      const each = change(who, { put: [one], ...(isRestored ? { isRestored } : {}) });
      return store
        .records(SOURCE)
        .apply({ epoch: await store.leadership.current(), changes: [each], checkpoints: [] });
    }),
  fc.tuple(intent, resident, fc.constantFrom('clinical', 'escalation', 'audit')).map(
    ([each, who, kind]): Command =>
      (store) =>
        store.outbox.enqueue(operation(each, { resident: who, class: kind })),
  ),
  fc.tuple(nth, state, state).map(([at, from, to]): Command => async (store) => {
    const move = { kind: 'move', to, notBefore: at, countAttempt: true } as const;
    return store.outbox.change(await entryAt(store, at), [from], null, move);
  }),
  fc.tuple(nth, row).map(([at, body]): Command => async (store) => {
    const accept = { kind: 'accept', at: AT, bodies: [body] } as const;
    return store.outbox.change(await entryAt(store, at), ['queued', 'sending', 'unknown'], null, accept);
  }),
  fc.tuple(nth).map(([at]): Command => async (store) => {
    const discard = { kind: 'discard', at: AT, by: 'nurse-1', why: 'twice' } as const;
    return store.outbox.change(await entryAt(store, at), ['queued', 'held', 'rejected'], null, discard);
  }),
  fc.tuple(nth, nth, fc.boolean()).map(([a, b, isKept]): Command => async (store) => {
    const entries = await store.outbox.entries();
    const [first, second] = [entries[a], entries[b]];
    if (!first || !second || first === second) return null;
    const by = isKept ? operation(second.intent, { about: 'both' }) : null;
    return store.outbox.squash([first.n, second.n], by);
  }),
  fc.tuple(resident, fc.constantFrom('consent-withdrawn', 'left-home', 'room-needed', 'asked')).map(
    ([who, why]): Command =>
      (store) =>
        store.records(SOURCE).purge(who, why),
  ),
  fc
    .tuple(resident, fc.array(key, { minLength: 1, maxLength: 4 }), row)
    .map(([who, forgotten, one]): Command => async (store) => {
      const changes = [change(who, { forgotten, put: [one] })];
      return store
        .records(SOURCE)
        .apply({ epoch: await store.leadership.current(), changes, checkpoints: [] });
    }),
  fc.constant<Command>((store) => store.records(SOURCE).purgeAll()),
  fc.constant<Command>((store) => store.leadership.begin()),
  resident.map((who): Command => async (store) => {
    const kept = await store.drafts.load(who, 'cga');
    return (
      (await store.drafts.save(draft(`d-${who}`, who), kept?.revision ?? null, AT)).where === 'overtaken'
    );
  }),
);

async function seen(store: Store) {
  const records = store.records(SOURCE);
  const reads = await Promise.all(RESIDENTS.map((each) => records.read(each)));
  const versions = await Promise.all(RESIDENTS.map((each) => records.versions(each)));
  const acknowledgements = [...(await store.outbox.acknowledgements())];
  return {
    records: reads.map(({ resources, kinds }) => [resources.map(({ text }) => text).sort(), [...kinds]]),
    pending: reads.map(({ pending }) => pending),
    versions: versions.map((each) => [...each].sort(([a], [b]) => (a < b ? -1 : 1))),
    cursor: await records.checkpoint('home-1', 'Observation'),
    outbox: await store.outbox.entries(),
    counts: await store.outbox.counts(),
    acknowledgements: acknowledgements.sort((a, b) => (a.intent < b.intent ? -1 : 1)),
    drafts: (await Promise.all(RESIDENTS.map((each) => store.drafts.list(each)))).map((each) =>
      each.map((kept) => kept.draft),
    ),
  };
}

test('whatever is done in whatever order, the sealed store and the one in memory answer the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), async (commands) => {
      const memory = openMemoryStore();
      const sealed = await openInSession(newName(), { secret: null });
      for (const each of commands) {
        const [expected, answer] = [await each(memory), await each(sealed)];
        assert.deepEqual(answer ?? null, expected ?? null);
      }
      assert.deepEqual(await seen(sealed), await seen(memory));
      sealed.close();
    }),
    { numRuns: 60 },
  );
});
