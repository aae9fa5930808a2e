import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openSealedStore } from '@ehch/store';
import { fullDisk, fullUntilFreed, roomAgain } from '../../test/crash.ts';
import { rowsOf } from '../../test/disk.ts';
import { keeperFor, newName, openInSession, secretOf } from '../../test/opened.ts';
import { change, checkpoint, draft, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;

afterEach(roomAgain);

/** Residents 1 to 12, read one after the other, an hour apart. */
async function twelveResidents() {
  const name = newName();
  let hour = 0;
  const now = () => `2026-11-21T${String(hour).padStart(2, '0')}:00:00Z`;
  const store = await openInSession(name, { secret: null }, { now });
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const members = Array.from({ length: 12 }, (_, i) => `resident-${i + 1}`);
  const apply = (resident: string, version = 1) =>
    records.apply({
      epoch,
      changes: [change(resident, { put: [resource('Goal', 'g', version)] })],
      checkpoints: [checkpoint({ type: 'Goal', members })],
    });
  for (const resident of members) {
    hour++;
    await apply(resident);
  }
  const held = async () => {
    const read = await Promise.all(members.map((each) => records.read(each)));
    return members.filter((_, i) => (read[i]?.resources.length ?? 0) > 0);
  };
  return { name, store, records, apply, held };
}

test('D4: on a full disk the copies unused for longest go first, and the step is kept', async () => {
  const { name, store, apply, held, records } = await twelveResidents();
  // Room for ten residents.
  const full = await rowsOf(name);
  assert.equal(full.get('ver')?.length, 12);
  let evicted = 0;
  const original = IDBObjectStore.prototype.delete;
  IDBObjectStore.prototype.delete = function counted(...args) {
    if (this.name === 'ver') evicted++;
    return original.apply(this, args);
  };
  fullDisk(['delta', 'pack'], () => evicted < 2);
  await apply('resident-1', 2);
  IDBObjectStore.prototype.delete = original;
  const left = await held();
  assert.ok(left.includes('resident-1'), 'the one who was needed');
  assert.ok(!left.includes('resident-2') && !left.includes('resident-3'), 'the oldest of the others');
  assert.ok(left.includes('resident-12'), 'the newest');
  const covered = (await records.checkpoint('home-1', 'Goal'))?.members ?? [];
  assert.deepEqual([...covered].sort(), [...left].sort(), 'who went is loaded whole again');
  store.close();
});

test('D4: when nothing more can go, the step says "not kept", and its cursor did not move', async () => {
  const { store, apply, records } = await twelveResidents();
  fullDisk(['delta', 'pack'], () => true);
  await assert.rejects(apply('resident-1', 9), { code: 'not-kept' });
  roomAgain();
  assert.equal((await records.versions('resident-1')).get('Goal/g')?.version, '1');
  store.close();
});

test('D4: a press takes the ballast, and a disk that is full even then keeps nothing and says so', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  let ballast = true;
  const original = IDBObjectStore.prototype.clear;
  IDBObjectStore.prototype.clear = function given(...args) {
    if (this.name === 'ballast') ballast = false;
    return original.apply(this, args);
  };
  fullDisk(['outbox'], () => ballast);
  assert.equal(await store.outbox.enqueue(operation('a')), 'kept');
  IDBObjectStore.prototype.clear = original;
  fullDisk(['outbox'], () => true);
  await assert.rejects(store.outbox.enqueue(operation('b')), { code: 'not-kept' });
  roomAgain();
  assert.deepEqual(
    (await store.outbox.entries()).map(({ intent }) => intent),
    ['a'],
  );
  store.close();
});

test('D4: the outbox, drafts and acknowledgements never make room', async () => {
  const { store, apply } = await twelveResidents();
  await store.outbox.enqueue(operation('waits'));
  await store.outbox.enqueue(operation('accepted'));
  const n = (await store.outbox.entries())[1]?.n ?? 0;
  await store.outbox.change(n, ['queued'], null, { kind: 'accept', at: '2026-11-21T10:00:00Z', bodies: [] });
  fullDisk(['delta', 'pack'], () => true);
  await assert.rejects(apply('resident-1', 9), { code: 'not-kept' });
  roomAgain();
  assert.deepEqual(
    (await store.outbox.entries()).map(({ intent }) => intent),
    ['waits'],
  );
  assert.ok(await store.outbox.acknowledgement('accepted'));
  store.close();
});

test('D4: what is deleted gives room only to a later transaction, and a press has it from the ballast', async () => {
  const store = await openInSession(newName(), { secret: null });
  fullUntilFreed((each) => each === 'ballast');
  assert.equal(await store.outbox.enqueue(operation('a')), 'kept');
  store.close();
});

test('D4: where the ballast is not enough, copies go for a press, a draft, a leader and a refusal', async () => {
  for (const act of ['enqueue', 'begin', 'move', 'save'] as const) {
    const { store, held } = await twelveResidents();
    await store.outbox.enqueue(operation('waits'));
    const n = (await store.outbox.entries())[0]?.n ?? 0;
    fullUntilFreed((each) => each === 'pack' || each === 'delta');
    const acts = {
      enqueue: () => store.outbox.enqueue(operation('a')),
      begin: () => store.leadership.begin(),
      move: () => store.outbox.change(n, ['queued'], null, { kind: 'move', to: 'held', notBefore: 0 }),
      save: () => store.drafts.save(draft('d'), null, '2026-11-21T10:00:00Z'),
    };
    await acts[act]();
    roomAgain();
    assert.ok((await held()).length < 12, act);
    store.close();
  }
});

test('D4, D5: a window that dies between the deletion and the checkpoints leaves nobody with half a record', async () => {
  const { store, records, apply } = await twelveResidents();
  const original = IDBDatabase.prototype.transaction;
  let deleted = 0;
  fullUntilFreed((each) => each === 'pack' || each === 'delta');
  // It dies once the copies are deleted.
  IDBDatabase.prototype.transaction = function dying(...args) {
    const names = typeof args[0] === 'string' ? args[0] : [...args[0]].join();
    if (deleted > 0 && args[1] === 'readwrite') throw new Error('died');
    if (names === 'pack,delta' && args[1] === 'readwrite') deleted++;
    return original.apply(this, args);
  };
  await assert.rejects(apply('resident-12', 2), /died/);
  IDBDatabase.prototype.transaction = original;
  roomAgain();
  const read = await records.read('resident-1');
  assert.deepEqual(read.resources, []);
  const covered = (await records.checkpoint('home-1', 'Goal'))?.members ?? [];
  assert.ok(!covered.includes('resident-1'), 'who lost copies is loaded whole again');
  store.close();
});

test('D4: a full disk keeps nobody from unlocking what lies here', async () => {
  const name = newName();
  const open = () =>
    openSealedStore({
      name,
      mode: 'device',
      keeper: keeperFor({ secret: null }),
      unlock: secretOf('nurse-1'),
    });
  (await open()).close();
  fullUntilFreed(() => false);
  const store = await open();
  assert.equal(store.isLocked, false);
  store.close();
});
