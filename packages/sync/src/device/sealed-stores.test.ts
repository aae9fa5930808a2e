import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, draftOf, finish, LATER, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import { created, operation } from '../push/entries.fixtures.ts';
import { NOBODY } from '../nobody.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { ofNobodyIn, receiptIn, SIGNED_IN, SIGNED_OUT, world } from './before-sign-in.fixtures.ts';
import { sealedStores } from './sealed-stores.ts';
import { nameOf } from './stores.ts';

const PASSPHRASE = 'quiet rivers carry small boats';
const ANOTHER = 'seven green umbrellas by noon';
/** Each test has a server, and so a database, of its own. */
let tests = 0;
const onOwnServer = (configuration: EngineConfiguration, n: number): EngineConfiguration => ({
  ...configuration,
  fhirBaseUrl: `${configuration.fhirBaseUrl}?${n}`,
});

/** A browser that keeps what lies on its disk, and its windows one after the other. */
function browser() {
  const n = ++tests;
  const { engine, ...rest } = world();
  const configured = (more: Partial<EngineConfiguration> = {}): EngineConfiguration =>
    onOwnServer({ ...SIGNED_IN, ...more }, n);
  return { ...rest, open: () => engine(sealedStores()), configured };
}
const signedOut: Partial<EngineConfiguration> = { user: SIGNED_OUT.user ?? null };
const decided = { now: AT } as const;
const take = { ...decided, intent: PRESS, decision: { kind: 'take-over' } } as const;

/** Changes what is sealed of the first row, as a damaged disk would. */
async function damageOutbox(name: string): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The request failed.'));
    });
  const db = await done(indexedDB.open(name));
  const outbox = () => db.transaction('outbox', 'readwrite').objectStore('outbox');
  const [row] = await done<{ n: number }[]>(outbox().getAll());
  await done(outbox().put({ ...row, ct: new ArrayBuffer(32) }));
  db.close();
}

test('P15: with passphrases, what was signed before the sign-in is there after a reload, and arrives once', async () => {
  const { open, configured } = browser();
  const keys = { keys: 'passphrase' } as const;
  const before = open();
  await before.configure(configured({ ...keys, ...signedOut }));
  await before.unlock({ secret: PASSPHRASE });
  assert.equal((await before.enqueue({ intent: finish(draftOf('one')), now: AT })).state, 'saved-on-device');
  await before.close();
  const after = open();
  await after.configure(configured(keys));
  assert.deepEqual(ofNobodyIn(await after.status(null)), {
    total: 1,
    // Nobody can decide about what cannot be read.
    waitingForPerson: 0,
    ofNobody: { total: 1, lock: 'locked' },
    lasts: 'device',
    lost: 0,
  });
  await after.unlock({ secret: PASSPHRASE });
  assert.equal((await after.status(null)).ofNobody?.lock, 'unlocked');
  assert.equal((await after.waiting(null)).length, 1);
  await after.decide(take);
  assert.equal((await after.status(null)).ofNobody, undefined);
  assert.equal((await receiptIn(after, PRESS))?.state, 'saved-on-device');
  await after.close();
});

test('P15: where nobody had another passphrase, that one opens it once the own records are open', async () => {
  const { open, configured } = browser();
  const keys = { keys: 'passphrase' } as const;
  const before = open();
  await before.configure(configured({ ...keys, ...signedOut }));
  await before.unlock({ secret: ANOTHER });
  await before.enqueue({ intent: finish(draftOf('one')), now: AT });
  await before.close();
  const after = open();
  await after.configure(configured(keys));
  assert.deepEqual(await after.unlock({ secret: PASSPHRASE }), { state: 'unlocked' });
  const { lock, ofNobody } = await after.status(null);
  assert.deepEqual([lock, ofNobody], ['unlocked', { total: 1, lock: 'locked' }]);
  assert.deepEqual(await after.waiting(null), []);
  assert.deepEqual(await after.unlock({ secret: 'wrong umbrellas by the door' }), { state: 'wrong' });
  assert.deepEqual(await after.unlock({ secret: ANOTHER }), { state: 'unlocked' });
  assert.equal((await after.waiting(null)).length, 1);
  await after.lock(null);
  assert.equal((await after.status(null)).ofNobody?.total, 1, 'counted while locked as well');
  await after.close();
});

test('P15: in memory mode it is there after a sign-in in the same window; after a reload it is counted as lost', async () => {
  const { open, configured } = browser();
  const window = open();
  await window.configure(configured(signedOut));
  await window.enqueue({ intent: finish(draftOf('one')), now: AT });
  await window.configure(configured());
  assert.deepEqual(ofNobodyIn(await window.status(null)), {
    total: 1,
    waitingForPerson: 1,
    ofNobody: { total: 1, lock: 'unlocked' },
    lasts: 'memory',
    lost: 0,
  });
  await window.close();
  const reloaded = open();
  await reloaded.configure(configured());
  const { total, lost } = ofNobodyIn(await reloaded.status(null));
  assert.deepEqual([total, lost], [0, 1]);
  await reloaded.close();
});

test('K7: in memory mode a change of person, and back, loses nothing, and shows no copies of the one before', async () => {
  const { open, configured, plug } = browser();
  const window = open();
  await window.configure(configured());
  plug.isIn = false;
  await window.enqueue({ intent: finish(draftOf('one')), now: AT });
  await window.configure(configured({ user: { ...NURSE, sub: 'n-2', organisation: 'Willow House' } }));
  assert.equal((await window.status(null)).unsent.total, 0);
  await window.configure(configured({ user: { ...NURSE, sub: 'n-3' } }));
  const { unsent, lost } = await window.status(null);
  assert.deepEqual([unsent.ofOthers, lost], [1, 0]);
  await window.close();
});

test('a secret that is no secret is wrong, and changes nothing', async () => {
  const { open, configured } = browser();
  const window = open();
  for (const keys of ['provider', 'passkey'] as const) {
    await window.configure(configured({ keys }));
    assert.deepEqual(await window.unlock({ secret: 'not base64!' }), { state: 'wrong' });
    assert.equal((await window.status(null)).lock, 'locked');
  }
  const secret = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
  assert.deepEqual(await window.unlock({ secret }), { state: 'unlocked' });
  await window.lock(null);
  assert.deepEqual(await window.unlock({ secret: 'dG9vIHNob3J0' }), { state: 'wrong' });
  assert.deepEqual(await window.unlock({ secret }), { state: 'unlocked' });
  await window.close();
});

test('records under a passphrase stay, and are unlocked with it, where the page asks for memory mode later', async () => {
  const { open, configured } = browser();
  const before = open();
  await before.configure(configured({ keys: 'passphrase' }));
  await before.unlock({ secret: PASSPHRASE });
  await before.enqueue({ intent: finish(draftOf('one')), now: AT });
  await before.close();
  const after = open();
  await after.configure(configured());
  const { lock, hasEarlierKeys, lasts, unsent } = await after.status(null);
  assert.deepEqual([lock, hasEarlierKeys, lasts, unsent.total], ['locked', true, 'device', 1]);
  assert.deepEqual(await after.unlock({ secret: ANOTHER }), { state: 'wrong' });
  assert.deepEqual(await after.unlock({ secret: PASSPHRASE }), { state: 'unlocked' });
  assert.equal((await receiptIn(after, PRESS))?.state, 'saved-on-device');
  await after.close();
});

test('what waits in memory mode stays readable where the page asks for a passphrase in the same window', async () => {
  const { open, configured, plug } = browser();
  const window = open();
  await window.configure(configured());
  plug.isIn = false;
  await window.enqueue({ intent: finish(draftOf('one')), now: AT });
  await window.configure(configured({ keys: 'passphrase' }));
  const { lasts, lost, unsent, hasEarlierKeys } = await window.status(null);
  assert.deepEqual([lasts, lost, unsent.total, hasEarlierKeys], ['memory', 0, 1, true]);
  await window.close();
  const reloaded = open();
  await reloaded.configure(configured({ keys: 'passphrase' }));
  const after = await reloaded.status(null);
  assert.deepEqual([after.lasts, after.lock, after.lost], ['device', 'locked', 1]);
  await reloaded.close();
});

test('P15: what nobody can read cannot be taken over, and is given up with a reason', async () => {
  const { open, configured } = browser();
  const window = open();
  await window.configure(configured(signedOut));
  await window.enqueue({ intent: finish(draftOf('one')), now: AT });
  await window.configure(configured());
  await damageOutbox(await nameOf(configured(signedOut)));
  assert.equal((await window.waiting(null))[0]?.state, 'unreadable');
  await assert.rejects(window.decide(take), { code: 'bad-argument' });
  await window.decide({ ...decided, intent: PRESS, decision: { kind: 'discard', why: 'Cannot be read' } });
  assert.deepEqual(await window.waiting(null), []);
  await window.close();
});

test('P15: no database of nobody is made by looking', async () => {
  const { open, configured } = browser();
  const window = open();
  await window.configure(configured());
  await window.status(null);
  const name = await nameOf(configured(signedOut));
  assert.ok(!(await indexedDB.databases()).some((each) => each.name === name));
  await window.close();
});

test('P5, P15: a worry of nobody is counted while it is locked, and goes once it is unlocked', async () => {
  const { open, configured } = browser();
  const keys = { keys: 'passphrase' } as const;
  const stores = sealedStores();
  const nobody = await stores.open(configured({ ...keys, ...signedOut }));
  await nobody.unlock(PASSPHRASE);
  const parts = [created('Communication', 'c1', { status: 'in-progress' })];
  const author = { ...NOBODY, display: 'Grace Mensah' };
  await nobody.store.outbox.enqueue(
    operation(LATER, { class: 'escalation', resident: 'one', parts, author }),
  );
  nobody.close();
  const window = open();
  await window.configure(configured(keys));
  assert.equal((await window.status(null)).unsent.escalations, 1);
  await window.unlock({ secret: PASSPHRASE });
  await window.status(null);
  const { unsent, ofNobody } = await window.status(null);
  assert.deepEqual([unsent.escalations, ofNobody], [1, undefined], 'in the outbox of the home');
  await window.close();
});

test('O5: a screen to which nobody is signed in counts what lies under passphrases, also after a reload', async () => {
  const { open, configured } = browser();
  const keys = { keys: 'passphrase' } as const;
  const before = open();
  await before.configure(configured({ ...keys, user: { ...NURSE, organisation: 'Willow House' } }));
  const earlier = (await before.status(null)).unsent.total;
  await before.unlock({ secret: PASSPHRASE });
  await before.enqueue({ intent: finish(draftOf('one')), now: AT });
  await before.close();
  const after = open();
  await after.configure(configured({ ...keys, ...signedOut }));
  const { unsent } = await after.status(null);
  assert.equal(earlier, 0);
  assert.ok(unsent.total >= 1);
  assert.equal(unsent.ofOthers ?? unsent.total, unsent.total);
  await after.close();
});
