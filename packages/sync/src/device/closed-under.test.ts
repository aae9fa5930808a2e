import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { closingBrowser } from '../../../store/test/closing.ts';
import { AT, draftOf, finish, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { queuedLocks } from '../locks.ts';
import type { DeviceEngine } from './device-engine.ts';
import { SIGNED_IN, until, whenSent, world } from './before-sign-in.fixtures.ts';
import { sealedStores } from './sealed-stores.ts';
import { nameOf } from './stores.ts';

// Store SPEC D9, as a window hears of it. `test/device` has the same in a real browser.

const browser = closingBrowser();
let tests = 0;

/** One window, on a server and a disk of its own, and more of them. */
async function window(more: Partial<EngineConfiguration> = {}) {
  const { engine: open, plug, count } = world();
  const user = { ...NURSE, organisation: `Home ${++tests}` };
  const configuration = { ...SIGNED_IN, user, ...more };
  const locks = queuedLocks();
  const another = async () => {
    const engine = open(sealedStores(), locks);
    opened.push(engine);
    await engine.configure(configuration);
    return engine;
  };
  return { engine: await another(), another, name: await nameOf(configuration), plug, count };
}

const opened: DeviceEngine[] = [];
afterEach(async () => {
  browser.mend();
  for (const engine of opened.splice(0)) await engine.close();
});

const press = { intent: finish(draftOf('one')), now: AT };

test('D9: what waits is sent once, although the browser closed the store again and again meanwhile', async () => {
  const { engine, name, plug, count } = await window();
  plug.isIn = false;
  assert.equal((await engine.enqueue(press)).state, 'held-in-memory');
  browser.close(name);
  assert.equal((await engine.enqueue(press)).state, 'held-in-memory');
  assert.equal((await engine.status(null)).unsent.total, 1);
  plug.isIn = true;
  await engine.tryNow(null);
  for (const after of [1, 5, 20]) {
    browser.close(name);
    await new Promise((resolve) => setTimeout(resolve, after));
  }
  await whenSent(engine, PRESS);
  assert.equal(count('QuestionnaireResponse'), 1);
  assert.equal((await engine.status(null)).unsent.total, 0);
});

test('D9: while it is closed the status says so, with the numbers of before, and never that all is sent', async () => {
  const { engine, name, plug } = await window();
  plug.isIn = false;
  await engine.enqueue(press);
  assert.equal((await engine.status(null)).isClosed, undefined);
  browser.refuse();
  browser.close(name);
  const { isClosed, unsent } = await engine.status(null);
  assert.deepEqual([isClosed, unsent.total], [true, 1]);
  browser.mend();
  const again = await until(
    () => engine.status(null),
    (status) => status.isClosed === undefined,
  );
  assert.deepEqual([again.unsent.total, again.lost, again.wasErased], [1, 0, undefined]);
});

test('D9: after an erasure a new store begins, what went with the old one is counted, and stays so until it is noted', async () => {
  const { engine, name, plug, count } = await window();
  plug.isIn = false;
  await engine.enqueue(press);
  await engine.saveDraft({ draft: draftOf('one', 1, 'draft-2'), revision: null, now: AT });
  const after = await afterErasure(engine, name);
  assert.deepEqual(
    [after.lost, after.unsent.total, after.isClosed, after.lock],
    [2, 0, undefined, 'unlocked'],
  );
  // What is pressed from here on is kept, also the same again.
  assert.equal((await engine.enqueue(press)).state, 'held-in-memory');
  await engine.noteLost({ shown: 2 });
  const { lost, wasErased } = await engine.status(null);
  assert.deepEqual([lost, wasErased], [0, undefined]);
  plug.isIn = true;
  await engine.tryNow(null);
  await whenSent(engine, PRESS);
  assert.equal(count('QuestionnaireResponse'), 1);
});

test('D9: what was erased under several windows is told as one, in each of them', async () => {
  const { engine, another, name, plug } = await window();
  plug.isIn = false;
  const beside = await another();
  await engine.enqueue(press);
  await beside.status(null);
  await engine.saveDraft({ draft: draftOf('one', 1, 'draft-2'), revision: null, now: AT });
  await afterErasure(engine, name);
  await until(
    () => beside.status(null),
    ({ wasErased }) => wasErased === true,
  );
  for (const each of [engine, beside]) assert.equal((await each.status(null)).lost, 2);
  await beside.noteLost({ shown: 2 });
  assert.equal((await engine.status(null)).lost, 0);
});

test('D9: with a passphrase, an erased store is locked until somebody gives one, and the erasure is told all the same', async () => {
  const { engine, name, plug } = await window({ keys: 'passphrase' });
  plug.isIn = false;
  await engine.unlock({ secret: 'quiet rivers carry small boats' });
  await engine.enqueue(press);
  const after = await afterErasure(engine, name);
  assert.deepEqual([after.lost, after.lock], [1, 'locked']);
  assert.deepEqual(await engine.unlock({ secret: 'quiet rivers carry small boats' }), { state: 'unlocked' });
});

test('D9: where nothing opens any more after an erasure, it goes on in memory, and says both', async () => {
  const { engine, name, plug } = await window();
  plug.isIn = false;
  await engine.enqueue(press);
  browser.refuse('ehch-registry');
  const after = await afterErasure(engine, name);
  assert.deepEqual([after.lost, after.lasts], [1, 'memory']);
  browser.mend();
});

test('D9: whoever is on a screen is opened again after an erasure', async () => {
  const { engine, name } = await window();
  const { seq } = await engine.openResident({ resident: 'one', now: AT });
  await afterErasure(engine, name);
  assert.deepEqual((await engine.changesSince({ seq })).residents, ['one']);
});

/** How things stand once a new store has begun. What lay in the old one was counted before. */
async function afterErasure(engine: DeviceEngine, name: string) {
  await engine.status(null);
  browser.close(name);
  await erase(name);
  return until(
    () => engine.status(null),
    ({ wasErased }) => wasErased === true,
  );
}

function erase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error ?? new Error('It was not erased.'));
  });
}
