import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { damage, flipped, rowsOf } from '../../test/disk.ts';
import { newName, openInSession } from '../../test/opened.ts';
import type { SealedStore } from './sealed-store.ts';
import { change, checkpoint, countingCards, draft, loaded, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';

/** A resident with a pack of Observations, a pack of Goals and one changed Goal, in a window that has opened none of it. */
async function loadedStore() {
  const name = newName();
  const session = { secret: null };
  const writer = await openInSession(name, session, { now: () => AT });
  await load(writer);
  writer.close();
  const store = await openInSession(name, session, { now: () => AT });
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const apply = (...changes: Parameters<typeof change>[1][]) =>
    records.apply({ epoch, changes: changes.map((each) => change('resident-1', each)), checkpoints: [] });
  return { name, store, records, epoch, apply };
}

async function load(store: SealedStore): Promise<void> {
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const of = (type: string) => Array.from({ length: 20 }, (_, i) => resource(type, `${i}`, 1));
  const kinds = { Observation: loaded(AT), Goal: loaded(AT) };
  const put = [...of('Observation'), ...of('Goal')];
  const checkpoints = [checkpoint(), checkpoint({ type: 'Goal' })];
  await records.apply({ epoch, changes: [change('resident-1', { put, kinds })], checkpoints });
  const newer = change('resident-1', { put: [resource('Goal', '3', 2)] });
  await records.apply({ epoch, changes: [newer], checkpoints: [] });
}

test('D5: a pack that does not open fails its kinds alone, and nobody takes the rest for the whole', async () => {
  const { name, records, store } = await loadedStore();
  await damage(name, 'pack', (row: { b: number; ct: ArrayBuffer }) => (row.b === 1 ? flipped(row) : row));
  const { resources, kinds } = await records.read('resident-1');
  assert.deepEqual([...new Set(resources.map(({ type }) => type))], ['Goal']);
  assert.deepEqual(kinds.get('Observation'), {
    ...loaded(AT),
    asOf: null,
    last: { state: 'failed', error: { code: 'malformed' }, at: AT },
  });
  assert.deepEqual(kinds.get('Goal'), loaded(AT));
  assert.equal((await rowsOf(name)).get('quar')?.length, 1, 'the row as it was');
  store.close();
});

test('D5: what was lost is asked for again: the resident leaves the checkpoint, and the same rows are taken anew', async () => {
  const { name, records, store, apply } = await loadedStore();
  await damage(name, 'pack', (row: { b: number; ct: ArrayBuffer }) => (row.b === 1 ? flipped(row) : row));
  await records.read('resident-1');
  assert.deepEqual((await records.checkpoint('home-1', 'Observation'))?.members, ['resident-2']);
  assert.deepEqual((await records.checkpoint('home-1', 'Goal'))?.members, ['resident-1', 'resident-2']);
  assert.equal((await records.versions('resident-1')).has('Observation/3'), false);
  await apply({ put: [resource('Observation', '3', 1)], kinds: { Observation: loaded(AT) } });
  const { resources, kinds } = await records.read('resident-1');
  assert.equal(resources.filter(({ type }) => type === 'Observation').length, 1);
  assert.deepEqual(kinds.get('Observation'), loaded(AT));
  store.close();
});

test('D5: a changed copy that does not open never shows the older copy in its pack', async () => {
  const { name, records, store } = await loadedStore();
  await damage(name, 'delta', flipped);
  const { resources, kinds } = await records.read('resident-1');
  assert.equal(kinds.get('Goal')?.last.state, 'failed');
  assert.deepEqual(
    resources.filter(({ type, id }) => type === 'Goal' && id === '3'),
    [],
  );
  assert.equal(resources.filter(({ type }) => type === 'Goal').length, 19);
  store.close();
});

for (const table of ['ver', 'key'] as const) {
  test(`D5: without a ${table} row that opens, the copies of this resident go and are read again`, async () => {
    const { name, records, store, apply } = await loadedStore();
    await damage(name, table, (row: { ct: ArrayBuffer; wrapped: Uint8Array }) =>
      table === 'ver' ? flipped(row) : { ...row, wrapped: new Uint8Array(40) },
    );
    const { resources, kinds } = await records.read('resident-1');
    assert.deepEqual([resources, [...kinds]], [[], []], 'never read, which is not "none"');
    assert.deepEqual((await records.checkpoint('home-1', 'Goal'))?.members, ['resident-2']);
    await apply({ put: [resource('Goal', '1', 1)] });
    assert.equal((await records.read('resident-1')).resources.length, 1);
    store.close();
  });
}

test('D5: a step on damaged rows puts them aside first, and then is kept whole', async () => {
  const { name, records, store, apply } = await loadedStore();
  await damage(name, 'ver', flipped);
  assert.deepEqual((await apply({ put: [resource('Goal', '1', 2)] })).residents, ['resident-1']);
  assert.deepEqual(
    (await records.read('resident-1')).resources.map(({ id }) => id),
    ['1'],
  );
  store.close();
});

test('D5: an outbox entry that does not open stays listed, and is counted, moved and given up by a person', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  await store.outbox.enqueue(operation('a'));
  await damage(name, 'outbox', flipped);
  const [entry] = await store.outbox.entries();
  assert.deepEqual([entry?.intent, entry?.state, entry?.operation], ['a', 'queued', null]);
  assert.equal((await store.outbox.counts()).total, 1);
  assert.equal(await store.outbox.squash([entry?.n ?? 0], null), false, 'joined unread');
  const discard = { kind: 'discard', at: AT, by: 'nurse-1', why: 'unreadable' } as const;
  assert.equal(await store.outbox.change(entry?.n ?? 0, ['queued'], null, discard), true);
  assert.equal((await rowsOf(name)).get('quar')?.length, 1);
  store.close();
});

test('a roster in which one member does not open says that it is incomplete', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const members = ['resident-1', 'resident-2'].map((resident) => ({ resident, facts: {} }));
  await records.putMembers(epoch, { home: 'home-1', asOf: AT, incomplete: false, members });
  const residents = members.map(({ resident }) => resident);
  await records.buildCards('home-1', residents, countingCards(1));
  const first = (row: { at: number; ct: ArrayBuffer }) => (row.at === 0 ? flipped(row) : row);
  await damage(name, 'member', first);
  await damage(name, 'card', first);
  const home = await records.members('home-1');
  assert.deepEqual([home?.incomplete, home?.members.length], [true, 1]);
  assert.deepEqual(
    (await records.cards('home-1'))?.cards.map(({ resident }) => resident),
    ['resident-2'],
  );
  store.close();
});

test('a draft that does not open is counted as lost, and stops nobody from saving anew', async () => {
  const name = newName();
  const store = await openInSession(name, { secret: null });
  await store.drafts.save(draft('d1'), null, AT);
  await damage(name, 'draft', flipped);
  const kept = await store.drafts.save(draft('d2'), null, AT);
  assert.equal(kept.where, 'memory');
  assert.equal((await store.drafts.load('resident-1', 'cga'))?.draft.id, 'd2');
  assert.equal((await store.lost()).drafts, 1);
  store.close();
});
