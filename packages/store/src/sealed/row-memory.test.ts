import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newName, openInSession } from '../../test/opened.ts';
import { change, resource } from '../../test/samples.ts';
import { RowMemory } from './row-memory.ts';

const PLACE = ['ver', 'p', 1] as const;
const iv = (byte: number) => new Uint8Array(12).fill(byte);

test('R9: a row is opened once, and again when it was written anew', async () => {
  const memory = new RowMemory(() => false);
  let opened = 0;
  const open = async () => ++opened;
  assert.equal(await memory.open(PLACE, iv(1), open), 1);
  assert.equal(await memory.open(PLACE, iv(1), open), 1);
  assert.equal(await memory.open(PLACE, iv(2), open), 2);
  assert.equal(await memory.open(['ver', 'q', 1], iv(2), open), 3, 'another row');
});

test('R9: what was being opened when the memory was emptied is not remembered', async () => {
  const memory = new RowMemory(() => false);
  await memory.open(PLACE, iv(1), async () => {
    memory.empty();
    return 'from before';
  });
  assert.equal(memory.recall(PLACE, iv(1)), undefined);
});

test('R9: while locked nothing is remembered, also of a write that was on its way', () => {
  let isLocked = false;
  const memory = new RowMemory(() => isLocked);
  memory.keep(PLACE, iv(1), 'read');
  isLocked = true;
  memory.empty();
  memory.keep(PLACE, iv(2), 'written late');
  assert.equal(memory.recall(PLACE, iv(2)), undefined);
});

test('R9: a lock and a purge leave nothing of a roster or a record in reach', async () => {
  const store = await openInSession(newName(), { secret: null });
  const records = store.records({ id: 'server', keep: 'yes' });
  const epoch = await store.leadership.begin();
  const members = [{ resident: 'resident-1', facts: {} }];
  const home = { home: 'home-1', asOf: '2026-11-21T09:00:00Z', incomplete: false, members };
  await records.putMembers(epoch, home);
  const changes = [change('resident-1', { put: [resource('Goal', 'g', 1)] })];
  await records.apply({ epoch, changes, checkpoints: [] });
  assert.equal((await records.members('home-1'))?.members.length, 1);
  store.lock();
  await assert.rejects(records.members('home-1'), { code: 'locked' });
  await assert.rejects(records.versions('resident-1'), { code: 'locked' });
  await store.unlock();
  await records.purge('resident-1', 'asked');
  assert.equal((await records.versions('resident-1')).size, 0);
  assert.equal((await records.members('home-1'))?.members.length, 0);
  store.close();
});
