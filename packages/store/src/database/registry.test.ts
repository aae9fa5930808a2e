import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseKeys, databaseName } from './database-name.ts';
import { claimDatabase, findDatabase, finishWipes, markForWipe, registerDatabase } from './registry.ts';

let servers = 0;
/** A server of its own for each test. */
function organisation() {
  const base = `https://record-${(servers += 1)}.test/fhir`;
  return {
    base,
    claim: async (name: string, id: string | null = null) =>
      claimDatabase(await databaseKeys(base, { id, name })),
    find: async (name: string, id: string | null = null) =>
      findDatabase(await databaseKeys(base, { id, name })),
  };
}

test('K10: capitals and spaces of a name make no second database', async () => {
  const { base, claim, find } = organisation();
  const name = await claim('Rowan Court');
  assert.equal(name, await databaseName(base, 'Rowan Court'), 'as every release has named it');
  for (const spelt of ['rowan court', ' Rowan  Court ', 'ROWAN COURT'])
    assert.equal(await claim(spelt), name);
  assert.notEqual(await find('Willow House'), name);
});

test('K10: the id decides, whatever the organisation is called', async () => {
  const { claim } = organisation();
  const name = await claim('Rowan Court', 'VLXYZ');
  assert.equal(await claim('Rowan Court Ltd', 'VLXYZ'), name);
  assert.equal(await claim('Rowan Court Ltd'), name, 'a sign-in that gives no id finds it by its name');
});

test('K10: a database from before is found by its spelling, and belongs to the id from then on', async () => {
  const { base, claim } = organisation();
  const earlier = await databaseName(base, 'Rowan Court');
  await registerDatabase(earlier);
  assert.equal(await claim('Rowan Court', 'VLXYZ'), earlier);
  assert.equal(await claim('Rowan Court Care Home', 'VLXYZ'), earlier);
});

test('K10: two organisations of one name have two databases', async () => {
  const { claim } = organisation();
  const one = await claim('The Elms', 'VL001');
  const other = await claim('The Elms', 'VL002');
  assert.notEqual(one, other);
  assert.equal(await claim('The Elms', 'VL001'), one);
});

test('K10: looking for a database changes nothing, and what is to be wiped is found no more', async () => {
  const { claim, find } = organisation();
  const name = await find('Rowan Court', 'VLXYZ');
  assert.equal(await claim('Rowan Court'), await find('Rowan Court'));
  assert.notEqual(await find('Rowan Court'), name, 'it was not claimed by the looking');
  const made = await claim('Rowan Court', 'VLXYZ');
  await markForWipe(made);
  await finishWipes();
  assert.equal(await find('Rowan Court', 'VLXYZ'), name);
});

test('K10: a database that is known already is claimed without a write, as a full disk allows none', async () => {
  const { claim } = organisation();
  const name = await claim('Rowan Court', 'VLXYZ');
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  try {
    assert.equal(await claim('Rowan Court', 'VLXYZ'), name);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
});
