import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { countUnsent, LOCAL_SOURCE } from '@ehch/store';
import { fullDisk, roomAgain } from '../../test/crash.ts';
import { keeperFor, newName, openInSession, secretOf } from '../../test/opened.ts';
import { change, operation, resource } from '../../test/samples.ts';
import { openSealedStore, type SealedStoreOptions } from './open-sealed-store.ts';

const AT = '2026-11-21T10:00:00Z';

afterEach(roomAgain);

const onDevice = (name: string, more: Partial<SealedStoreOptions> = {}) =>
  openSealedStore({
    name,
    mode: 'device',
    server: LOCAL_SOURCE,
    unlock: secretOf('nurse-1'),
    keeper: keeperFor({ secret: null }),
    ...more,
  });

/** Accepts an operation here, as the engine of a home without a server does. */
async function accepted(store: Awaited<ReturnType<typeof onDevice>>, intent: string): Promise<void> {
  await store.outbox.enqueue(operation(intent));
  const n = (await store.outbox.entries()).find((entry) => entry.intent === intent)?.n ?? 0;
  const bodies = [resource('Goal', intent, 1)];
  await store.outbox.change(n, ['queued'], null, { kind: 'accept', at: AT, bodies });
}

test('(SPEC R10) no room is made with the only copies, however full the disk is', async () => {
  const store = await onDevice(newName());
  const records = store.records(LOCAL_SOURCE);
  const epoch = await store.leadership.begin();
  const put = (resident: string, version: number) =>
    records.apply({
      epoch,
      changes: [change(resident, { put: [resource('Goal', 'g', version)] })],
      checkpoints: [],
    });
  await put('resident-1', 1);
  await put('resident-2', 1);
  fullDisk(['delta', 'pack'], () => true);
  await assert.rejects(put('resident-2', 2), { code: 'not-kept' });
  roomAgain();
  await records.purge('resident-1', 'room-needed');
  assert.equal((await records.read('resident-1')).resources.length, 1);
  store.close();
});

test('(SPEC R10) no press makes room with the only copies, neither while the records are open nor while they are locked', async () => {
  const store = await onDevice(newName());
  const records = store.records(LOCAL_SOURCE);
  const epoch = await store.leadership.begin();
  const changes = [change('resident-1', { put: [resource('Goal', 'g', 1)] })];
  await records.apply({ epoch, changes, checkpoints: [] });
  fullDisk(['outbox'], () => true);
  await assert.rejects(store.outbox.enqueue(operation('signed')), { code: 'not-kept' });
  store.lock();
  const worry = operation('worry', { class: 'escalation' });
  await assert.rejects(store.outbox.enqueue(worry), { code: 'not-kept' });
  assert.equal(store.isFull, true);
  roomAgain();
  await store.unlock(secretOf('nurse-1'));
  assert.equal((await records.read('resident-1')).resources.length, 1);
  store.close();
});

test('(SPEC R10) what was accepted without a server keeps its whole operation, over a restart', async () => {
  const name = newName();
  const first = await onDevice(name);
  await accepted(first, 'signed');
  first.close();
  const again = await onDevice(name);
  const [trace] = await again.outbox.acknowledgements();
  assert.deepEqual(trace?.operation, operation('signed'));
  assert.equal((await again.outbox.counts()).accepted, 1);
  again.close();
  assert.equal((await countUnsent(name)).accepted, 1);
});

test('where a server has it, an acknowledgement keeps no operation', async () => {
  const store = await openInSession(newName(), { secret: null });
  await accepted(store, 'sent');
  const [trace] = await store.outbox.acknowledgements();
  assert.equal(trace !== undefined && 'operation' in trace, false);
  store.close();
});

test('(SPEC R10) without a server, what ended with its session is counted as lost, also what was accepted', async () => {
  const name = newName();
  const local = { server: LOCAL_SOURCE };
  const first = await openInSession(name, { secret: null }, local);
  await accepted(first, 'signed');
  first.close();
  const next = await openInSession(name, { secret: null }, local);
  assert.equal((await next.lost()).accepted, 1);
  assert.deepEqual(await next.outbox.acknowledgements(), []);
  await next.forgetLost();
  assert.equal((await next.lost()).accepted, 0);
  next.close();
});
