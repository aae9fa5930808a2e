import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, loaded, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';

// The sealed list of versions says what has to be there. A text that is missing, or has an older version than the
// list, counts as one that does not open: its kind has failed, and the resident leaves the checkpoint.
for (const [table, what] of [
  ['pack', 'is missing'],
  ['delta', 'is missing, so that the older copy in its pack shows'],
] as const)
  test(`a ${table} that ${what} fails its kind, and nobody takes the rest for the whole (SPEC D5)`, async () => {
    const name = newName();
    const store = await openInSession(name, { secret: null }, { now: () => AT });
    const epoch = await store.leadership.begin();
    const records = store.records(SOURCE);
    const put = Array.from({ length: 20 }, (_, at) => resource('Goal', `${at}`, 1));
    const kinds = { Goal: loaded(AT) };
    const checkpoints = ['Goal', 'Goal&category=dietary'].map((type) => checkpoint({ type }));
    await records.apply({ epoch, changes: [change('resident-1', { put, kinds })], checkpoints });
    const newer = change('resident-1', { put: [resource('Goal', '3', 2)] });
    await records.apply({ epoch, changes: [newer], checkpoints: [] });
    const db = await openDB(name);
    await db.clear(table);
    db.close();
    const read = await records.read('resident-1');
    const whole = read.resources.length === 20 && read.resources.some(({ version }) => version === '2');
    assert.equal(whole, false);
    assert.equal(read.kinds.get('Goal')?.last.state, 'failed');
    for (const { type } of checkpoints)
      assert.deepEqual((await records.checkpoint('home-1', type))?.members, ['resident-2']);
    store.close();
  });

for (const table of ['ver', 'key'] as const)
  test(`without their row in “${table}” a resident has nothing, and is loaded again (SPEC D5, R8)`, async () => {
    const name = newName();
    const store = await openInSession(name, { secret: null }, { now: () => AT });
    const epoch = await store.leadership.begin();
    const records = store.records(SOURCE);
    const put = [resource('Goal', 'a', 1), resource('Goal', 'b', 1)];
    const changes = [change('resident-1', { put, kinds: { Goal: loaded(AT) } })];
    await records.apply({ epoch, changes, checkpoints: [checkpoint({ type: 'Goal' })] });
    const db = await openDB(name);
    await db.clear(table);
    db.close();
    const read = await records.read('resident-1');
    assert.deepEqual([read.resources, read.kinds.size], [[], 0]);
    assert.deepEqual((await records.checkpoint('home-1', 'Goal'))?.members, ['resident-2']);
    await records.apply({ epoch, changes, checkpoints: [] });
    assert.equal((await records.read('resident-1')).resources.length, 2);
    store.close();
  });

test('a copy that is missing is found by whoever reads its type, and by nobody else (SPEC D5)', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null }, { now: () => AT });
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const put = ['Goal', 'Observation'].map((type) => resource(type, 'a', 1));
  const kinds = { Goal: loaded(AT), Observation: loaded(AT) };
  await records.apply({ epoch, changes: [change('resident-1', { put, kinds })], checkpoints: [] });
  const db = await openDB(name);
  // The second part of a key is the bucket, and Observations have one of their own.
  for (const table of ['pack', 'delta'])
    for (const key of await db.getAllKeys(table))
      if (Array.isArray(key) && key[1] === 1) await db.delete(table, key);
  db.close();
  const stateOf = async (type: string) =>
    (await records.read('resident-1', new Set([type]))).kinds.get('Observation')?.last.state;
  assert.equal(await stateOf('Goal'), 'loaded');
  assert.equal(await stateOf('Observation'), 'failed');
  store.close();
});
