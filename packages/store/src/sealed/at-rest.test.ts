import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftWithCanary, fillRecords, fillWithCanaries, CANARIES } from '../../test/canaries.ts';
import { bytesIn, characters, hasCryptoKey, rowsOf, spellings } from '../../test/disk.ts';
import { operation } from '../../test/samples.ts';
import { newName, keeperFor as keeperOf, openInSession, secretOf } from '../../test/opened.ts';
import { openSealedStore } from './open-sealed-store.ts';

const AT = '2026-11-21T10:00:00Z';

test('I6: no word of a record, draft, intent, person or home is readable in any row', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  await fillWithCanaries(store);
  const rows = await rowsOf(name);
  const bytes = bytesIn(rows);
  assert.ok(bytes.length > 2_000_000, 'the rows were read');
  for (const canary of CANARIES) {
    for (const spelling of spellings(canary)) {
      assert.ok(!bytes.includes(spelling), `${canary} lies on the disk`);
    }
  }
  store.close();
});

test('the search finds a word that lies open, in each of its spellings', () => {
  const utf16 = Array.from('CANARY', (letter) => `${letter}\0`).join('');
  const texts = [
    'x CANARY y',
    btoa('xCANARY and more'),
    btoa('xyCANARY and more'),
    btoa('CANARY and more'),
    utf16,
  ];
  for (const each of texts)
    assert.ok(spellings('CANARY').some((spelling) => bytesIn([each]).includes(spelling)));
});

test('K1: no CryptoKey is ever in IndexedDB, and no row has the root key', async () => {
  const name = newName();
  const session = { secret: null as Uint8Array<ArrayBuffer> | null };
  const store = await openInSession(name, session);
  await fillWithCanaries(store);
  for (const database of [name, 'ehch-registry']) {
    for (const [table, rows] of await rowsOf(database)) {
      assert.ok(!rows.some(hasCryptoKey), `${database} ${table} has a key`);
      const root = session.secret ?? new Uint8Array(1);
      assert.ok(!bytesIn(rows).includes(characters(root)), `${database} ${table} has the root key`);
    }
  }
  store.close();
});

test('R7: of a source that may not be kept, nothing comes to the disk, sealed or not', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  const epoch = await store.leadership.begin();
  const before = await rowsOf(name);
  const records = store.records({ id: 'gp-connect', keep: 'no' });
  await fillRecords(records, epoch);
  const after = await rowsOf(name);
  for (const table of ['key', 'home', 'member', 'card', 'pack', 'delta', 'ver', 'ckpt']) {
    assert.deepEqual(after.get(table), before.get(table), table);
  }
  assert.equal((await records.read('resident-CANARYID')).resources.length > 0, true, 'it is there in memory');
  store.close();
});

/** Tables whose rows are people's own work, or the key of its trace. Every other one stays as it was. */
const OF_PEOPLE = ['outbox', 'ack', 'draft', 'log', 'look', 'meta', 'key'];

test('R7: of a server that may not be kept, an accepted edit and a draft leave no copy in any table', async () => {
  const name = newName();
  const server = { id: 'server', keep: 'no' } as const;
  const store = await openInSession(name, { secret: null }, { server });
  const epoch = await store.leadership.begin();
  const before = await rowsOf(name);
  await fillRecords(store.records(server), epoch);
  await store.drafts.save(draftWithCanary(), null, AT);
  const of = (value: string) => ({ is: 'value', value }) as const;
  const edits = [{ path: ['name'], from: of('CANARYNAME'), to: of('CANARYANSWER') }];
  const update = { op: 'update', type: 'Patient', id: 'CANARYNAME', base: '1', edits } as const;
  await store.outbox.enqueue(operation('edit', { resident: 'resident-CANARYID', parts: [update] }));
  const n = (await store.outbox.entries())[0]?.n ?? 0;
  const text = '{"resourceType":"Patient","id":"CANARYNAME","name":"CANARYANSWER"}';
  const bodies = [{ type: 'Patient', id: 'CANARYNAME', version: '2', updated: AT, text }];
  await store.outbox.change(n, ['queued'], epoch, { kind: 'accept', at: AT, bodies });
  const { resources } = await store.records(server).read('resident-CANARYID');
  assert.ok(
    resources.some((one) => one.text === text),
    'what was written is shown at once, from memory',
  );
  const after = await rowsOf(name);
  for (const [table, rows] of after)
    if (!OF_PEOPLE.includes(table)) assert.deepEqual(rows, before.get(table), table);
  // The trace has names and versions. What was written, and what it replaced, is not in it.
  assert.deepEqual(
    [after.get('outbox')?.length, after.get('ack')?.length, after.get('draft')?.length],
    [0, 1, 1],
  );
  const known = await store.outbox.acknowledgement('edit');
  assert.deepEqual([known?.bodies, known?.updates], [[], []]);
  for (const canary of ['CANARYANSWER', '"CANARYNAME"']) {
    const { resident: _, written: __, ...told } = known ?? {};
    assert.ok(!JSON.stringify(told).includes(canary), `${canary} is in what stays of the edit`);
  }
  assert.deepEqual(known?.written, [{ type: 'Patient', id: 'CANARYNAME', version: '2' }]);
  const bytes = bytesIn(after);
  for (const canary of CANARIES)
    for (const spelling of spellings(canary))
      assert.ok(!bytes.includes(spelling), `${canary} lies on the disk`);
  store.close();
});

test('R7: what may be kept for a session is unreadable after it, and is purged at the next start', async () => {
  const name = newName();
  const source = { id: 'gp', keep: 'session' } as const;
  const put = [{ type: 'Goal', id: 'g', version: '1', updated: null, text: '{}' }];
  const open = (session: { secret: Uint8Array<ArrayBuffer> | null }) =>
    openSealedStore({ name, mode: 'device', unlock: secretOf('nurse-1'), keeper: keeperOf(session) });
  const session = { secret: null };
  const first = await open(session);
  const epoch = await first.leadership.begin();
  const changes = [{ resident: 'r', put, deleted: [], kinds: {} }];
  await first.records(source).apply({ epoch, changes, checkpoints: [] });
  await first.records({ id: 'server', keep: 'yes' }).apply({ epoch, changes, checkpoints: [] });
  first.close();
  const same = await open(session);
  assert.equal((await same.records(source).read('r')).resources.length, 1, 'the same session');
  same.close();
  const next = await open({ secret: null });
  assert.equal((await next.records(source).read('r')).resources.length, 0, 'the next session');
  assert.equal((await next.records({ id: 'server', keep: 'yes' }).read('r')).resources.length, 1);
  assert.equal((await rowsOf(name)).get('ver')?.length, 1, 'the rows of the old session');
  next.close();
});

test('I6: a draft has no open word either', () => {
  assert.ok(JSON.stringify(draftWithCanary()).includes('CANARY'), 'the draft of these tests has one');
});
