import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftWithCanary, fillRecords, fillWithCanaries, CANARIES } from '../../test/canaries.ts';
import { bytesIn, characters, hasCryptoKey, rowsOf, spellings } from '../../test/disk.ts';
import { newName, keeperFor as keeperOf, openInSession, secretOf } from '../../test/opened.ts';
import { openSealedStore } from './open-sealed-store.ts';

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
