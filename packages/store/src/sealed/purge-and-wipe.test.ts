import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countUnsent } from '../database/count-unsent.ts';
import { markForWipe } from '../database/registry.ts';
import type { KeyRow } from '../database/schema.ts';
import { deriveTree } from '../keys/key-tree.ts';
import type { Wrapping } from '../keys/key-ring.ts';
import { unwrapResidentKey } from '../keys/resident-key.ts';
import { rowsOf } from '../../test/disk.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { change, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;

async function withTwoResidents(session = { secret: null as Uint8Array<ArrayBuffer> | null }) {
  const name = newName();
  const store = await openInSession(name, session);
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const changes = ['resident-1', 'resident-2'].map((each) =>
    change(each, { put: [resource('Goal', 'g', 1)] }),
  );
  await records.apply({ epoch, changes, checkpoints: [] });
  return { name, store, records, session };
}

test('P1: after a purge, a wrapped key from the disk’s remains does not open under the wrapping key in use', async () => {
  const { name, store, records, session } = await withTwoResidents();
  const before = (await rowsOf(name)).get('key') as KeyRow[];
  await records.purge('resident-1', 'consent-withdrawn');
  const after = (await rowsOf(name)).get('key') as KeyRow[];
  const gone = after.find(({ wrapped }) => wrapped === null);
  const remains = before.find(({ p }) => p === gone?.p)?.wrapped ?? null;
  assert.ok(gone && remains, 'one key is gone');
  const db = await openDB(name);
  const wrapping = (await db.get('meta', 'wrapping')) as Wrapping;
  db.close();
  assert.equal(wrapping.generation, 2);
  const tree = await deriveTree(session.secret ?? new Uint8Array(32));
  await assert.rejects(unwrapResidentKey(remains, await tree.wrapping(wrapping.salt)), {
    name: 'OperationError',
  });
  assert.equal((await records.read('resident-2')).resources.length, 1, 'the other resident');
  store.close();
});

test('P1: no row of a purged resident stays', async () => {
  const { name, store, records } = await withTwoResidents();
  await records.purge('resident-1', 'left-home');
  const rows = await rowsOf(name);
  const { p } = (rows.get('key') as KeyRow[]).find(({ wrapped }) => wrapped === null) ?? { p: '' };
  for (const table of ['ver', 'pack', 'delta', 'member', 'card']) {
    assert.ok(!rows.get(table)?.some((row) => (row as { p?: string }).p === p), table);
  }
  store.close();
});

test('P2: what a purge holds back is a newer row, so that a window that read it before writes nothing over it', async () => {
  const { name, store, records } = await withTwoResidents();
  await store.outbox.enqueue(operation('waits', { resident: 'resident-1' }));
  const [entry] = await store.outbox.entries();
  const rowsNow = async () => (await rowsOf(name)).get('outbox') as { state: string; revision: number }[];
  const [before] = await rowsNow();
  await records.purge('resident-1', 'consent-withdrawn');
  const [held] = await rowsNow();
  assert.deepEqual([held?.state, held?.revision], ['held', (before?.revision ?? 0) + 1]);
  await store.outbox.change(entry?.n ?? 0, ['held'], null, { kind: 'move', to: 'queued', notBefore: 0 });
  const [again] = await rowsNow();
  assert.deepEqual([again?.state, again?.revision], ['queued', (before?.revision ?? 0) + 2]);
  store.close();
});

test('a window that had the purged resident’s key in memory reads nothing more', async () => {
  const { name, store, records, session } = await withTwoResidents();
  const other = await openInSession(name, session);
  const seen = other.records(SOURCE);
  assert.equal((await seen.read('resident-1')).resources.length, 1);
  await records.purge('resident-1', 'access-ended');
  assert.equal((await seen.read('resident-1')).resources.length, 0);
  assert.equal((await seen.read('resident-2')).resources.length, 1, 'under the new wrapping key');
  store.close();
  other.close();
});

test('P4: a voluntary wipe is refused while something was not sent, with the list of it', async () => {
  const { name, store } = await withTwoResidents();
  await store.outbox.enqueue(operation('a'));
  assert.deepEqual(
    (await store.wipe()).map(({ intent }) => intent),
    ['a'],
  );
  assert.deepEqual(
    (await store.outbox.entries()).map(({ intent }) => intent),
    ['a'],
  );
  assert.deepEqual(await store.wipe({ evenUnsent: true }), []);
  assert.ok(!(await indexedDB.databases()).some((each) => each.name === name));
});

test('P3: a wipe that a crash interrupted is finished at the next start, before anything else', async () => {
  const { name, store, session } = await withTwoResidents();
  store.close();
  await markForWipe(name);
  const next = await openInSession(name, session);
  assert.equal((await next.records(SOURCE).read('resident-1')).resources.length, 0);
  assert.equal(
    (await rowsOf('ehch-registry'))
      .get('database')
      ?.some((row) => (row as { wipe: string }).wipe === 'pending'),
    false,
  );
  next.close();
});

test('P5: while the records are locked, every copy is erased, and who was purged stays purged', async () => {
  const { name, store, records } = await withTwoResidents();
  await store.outbox.enqueue(operation('a'));
  await records.purge('resident-1', 'consent-withdrawn');
  const epoch = await store.leadership.current();
  store.lock();
  await records.purgeAll();
  const rows = await rowsOf(name);
  for (const table of ['ver', 'pack', 'delta', 'member', 'card', 'home', 'ckpt'])
    assert.deepEqual(rows.get(table), [], table);
  assert.deepEqual(
    (rows.get('key') as KeyRow[]).map(({ wrapped }) => wrapped),
    [null],
  );
  await store.unlock();
  assert.equal((await store.outbox.entries()).length, 1, 'what was not sent');
  assert.equal((await records.read('resident-2')).resources.length, 0);
  // A step that was prepared before counts on copies that are gone.
  await assert.rejects(records.apply({ epoch, changes: [], checkpoints: [] }), { code: 'overtaken' });
  const put = [resource('Goal', 'g', 2)];
  await records.apply({
    epoch: await store.leadership.begin(),
    changes: [change('resident-2', { put })],
    checkpoints: [],
  });
  assert.equal((await records.read('resident-2')).resources.length, 1, 'a new copy');
  store.close();
});

test('P3: a wipe closes the other windows, which then say that they were overtaken', async () => {
  const { name, store, session } = await withTwoResidents();
  const other = await openInSession(name, session);
  await store.wipe();
  await assert.rejects(other.records(SOURCE).read('resident-1'), { code: 'overtaken' });
  await assert.rejects(other.outbox.enqueue(operation('a')), { code: 'overtaken' });
});

test('D7: a database of a newer release is opened for nothing, stays as it is, and says what was not sent', async () => {
  const { name, store, session } = await withTwoResidents();
  await store.outbox.enqueue(operation('worry', { class: 'escalation' }));
  store.close();
  (await openDB(name, 99)).close();
  await assert.rejects(openInSession(name, session), { code: 'newer-release', message: /newest release/ });
  assert.equal((await rowsOf(name)).get('ver')?.length, 2);
  const { total, escalations } = await countUnsent(name);
  assert.deepEqual([total, escalations], [1, 1]);
});

test('where no database is, nothing is unsent, and none is made by asking', async () => {
  const name = newName();
  assert.equal((await countUnsent(name)).total, 0);
  assert.ok(!(await indexedDB.databases()).some((each) => each.name === name));
});
