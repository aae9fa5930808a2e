import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, countingCards, loaded, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';
const { transaction } = IDBDatabase.prototype;

afterEach(() => {
  IDBDatabase.prototype.transaction = transaction;
});

/** The transactions of one call, each with its mode. */
async function transactionsOf(call: () => Promise<unknown>): Promise<readonly string[]> {
  const modes: string[] = [];
  IDBDatabase.prototype.transaction = function counted(...args) {
    modes.push(args[1] ?? 'readonly');
    return transaction.apply(this, args);
  };
  await call();
  IDBDatabase.prototype.transaction = transaction;
  return modes;
}

/** A home whose two residents have packs, deltas, cards and something that waits. */
async function kept() {
  const store = await openInSession(newName(), { secret: null });
  const records = store.records(SOURCE);
  const epoch = await store.leadership.begin();
  for (const count of [60, 5])
    await records.apply({
      epoch,
      changes: ['resident-1', 'resident-2'].map((resident) =>
        change(resident, {
          put: Array.from({ length: count }, (_, i) => resource('Observation', `${count}-${i}`, 1)),
          kinds: { Observation: loaded(AT) },
        }),
      ),
      checkpoints: [checkpoint()],
    });
  const members = ['resident-1', 'resident-2'].map((resident) => ({ resident, facts: {} }));
  await records.putMembers(epoch, { home: 'home-1', asOf: AT, incomplete: false, members });
  await records.buildCards('home-1', ['resident-1', 'resident-2'], countingCards(1));
  await store.outbox.enqueue(operation('waits'));
  return { store, records };
}

test('R5: a record is opened by one readonly transaction, whatever lies in packs, deltas and the outbox', async () => {
  const { store, records } = await kept();
  const modes = await transactionsOf(async () => {
    const { resources, pending } = await records.read('resident-1');
    assert.deepEqual([resources.length, pending.length], [65, 1]);
  });
  assert.deepEqual(modes, ['readonly']);
  const some = await transactionsOf(() => records.read('resident-1', new Set(['Patient', 'Observation'])));
  assert.deepEqual(some, ['readonly']);
  const none = await transactionsOf(() => records.read('resident-1', new Set(['Patient'])));
  assert.deepEqual(none, ['readonly'], 'what was not asked for is not missed');
  store.close();
});

test('R6: the list of a home is one readonly transaction, and opens no record', async () => {
  const { store, records } = await kept();
  const modes = await transactionsOf(async () => {
    assert.equal((await records.cards('home-1'))?.cards.length, 2);
  });
  assert.deepEqual(modes, ['readonly']);
  store.close();
});
