import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { deleteDB, openDB } from 'idb';
import { closingBrowser } from '../../test/closing.ts';
import { keeperFor, newName, openInSession, secretOf } from '../../test/opened.ts';
import { change, checkpoint, draft, operation, resource } from '../../test/samples.ts';
import { importSealed } from '../moving/import-sealed.ts';
import { openSealedStore, type SealedStore } from '../index.ts';

// SPEC D9. The double fires the `close` event of a real IDBDatabase; `test/browser` has the same of a real browser.

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';
const PATIENCE = { waits: [0, 5, 20], callWaits: 1_000 };

const browser = closingBrowser();
const opened: SealedStore[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  browser.mend();
});

async function open(name = newName(), patience = PATIENCE) {
  const store = await openInSession(name, { secret: null }, { patience });
  opened.push(store);
  return { name, store };
}

const intents = async ({ outbox }: SealedStore) => (await outbox.entries()).map(({ intent }) => intent);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
};

test('D9: what the browser closes under an open page is opened again, and everything is there with its key', async () => {
  const { name, store } = await open();
  await store.outbox.enqueue(operation('a'));
  const states: string[] = [];
  store.watchConnection(() => states.push(store.connection));
  browser.close(name);
  assert.deepEqual(await intents(store), ['a']);
  assert.deepEqual(states, ['closed', 'open']);
  assert.equal(store.isLocked, false);
  assert.equal(await store.outbox.enqueue(operation('b')), 'kept');
  assert.equal(await store.outbox.enqueue(operation('a')), 'known');
  assert.deepEqual(await intents(store), ['a', 'b']);
});

test('D9: what is called while it is closed waits, and none of it is done twice', async () => {
  const { name, store } = await open();
  const epoch = await store.leadership.begin();
  browser.refuse();
  browser.close(name);
  const step = {
    epoch,
    changes: [change('resident-1', { put: [resource('Goal', 'g', 1)] })],
    checkpoints: [checkpoint({ members: ['resident-1'] })],
  };
  const asked = Promise.all([
    store.outbox.enqueue(operation('a')),
    store.outbox.enqueue(operation('a')),
    store.drafts.save(draft('d'), null, AT),
    store.records(SOURCE).apply(step),
    store.changeSeq(),
  ]);
  await until(() => store.connection === 'closed');
  browser.mend();
  const [first, second, saved] = await asked;
  assert.deepEqual([first, second].sort(), ['kept', 'known']);
  assert.equal(saved.where, 'memory');
  assert.deepEqual(await intents(store), ['a']);
  assert.equal((await store.records(SOURCE).read('resident-1')).resources.length, 1);
  assert.equal(await store.leadership.current(), epoch);
});

test('D9: a press that the closing cuts off is kept once, whether it was written or not', async () => {
  for (const when of ['before', 'after'] as const) {
    const { name, store } = await open();
    browser.cutOff(name, when);
    assert.equal(await store.outbox.enqueue(operation('a')), when === 'before' ? 'kept' : 'known');
    assert.deepEqual(await intents(store), ['a']);
    browser.cutOff(name, when);
    const saved = await store.drafts.save(draft('d'), null, AT);
    assert.equal(saved.where, 'memory');
    assert.equal((await store.drafts.list('resident-1')).length, 1);
  }
});

test('D9: of any other write that was cut off nobody says whether it was done, and it is not done again', async () => {
  const { name, store } = await open();
  await store.outbox.enqueue(operation('a'));
  const epoch = await store.leadership.begin();
  const n = (await store.outbox.entries())[0]?.n ?? 0;
  browser.cutOff(name, 'after');
  const move = { kind: 'move', to: 'sending', notBefore: 0, countAttempt: true } as const;
  assert.equal(await codeOf(store.outbox.change(n, ['queued'], epoch, move)), 'timeout');
  const [entry] = await store.outbox.entries();
  assert.deepEqual([entry?.state, entry?.attempts], ['sending', 1]);
});

test('D9: while it does not open, a call ends in time and says that nothing was written', async () => {
  const { name, store } = await open(newName(), { waits: [0, 5], callWaits: 30 });
  await store.outbox.enqueue(operation('a'));
  browser.refuse();
  browser.close(name);
  const asked = [
    store.outbox.enqueue(operation('b')),
    store.outbox.entries(),
    store.drafts.save(draft('d'), null, AT),
    store.held(),
    store.settings.get('x'),
  ];
  assert.deepEqual(new Set(await Promise.all(asked.map(codeOf))), new Set(['not-kept']));
  assert.equal(store.connection, 'closed');
  browser.mend();
  await until(() => store.connection === 'open');
  assert.deepEqual(await intents(store), ['a']);
});

test('D9: a database that is gone is not made anew under the same keys, and neither is another one taken for it', async () => {
  const gone = await open();
  browser.close(gone.name);
  await deleteDB(gone.name);
  await until(() => gone.store.connection === 'erased');
  assert.equal(await codeOf(gone.store.outbox.enqueue(operation('a'))), 'not-kept');
  assert.equal(
    (await indexedDB.databases()).some(({ name }) => name === gone.name),
    false,
  );

  const replaced = await open();
  browser.refuse();
  browser.close(replaced.name);
  await until(() => replaced.store.connection === 'closed');
  await browser.openAnyway(async () => {
    await deleteDB(replaced.name);
    await open(replaced.name);
  });
  browser.mend();
  await until(() => replaced.store.connection === 'erased');
  assert.equal(await codeOf(replaced.store.outbox.enqueue(operation('a'))), 'not-kept');
});

test('D9, M4: a file that was taken in meanwhile lies under another key, so the window of before stays shut', async () => {
  const passphrase = 'seven quiet herons wading';
  const openAs = async (name: string, sub: string) => {
    const keeper = keeperFor({ secret: null });
    const store = await openSealedStore({
      name,
      mode: 'device',
      unlock: secretOf(sub),
      keeper,
      patience: PATIENCE,
    });
    opened.push(store);
    return store;
  };
  const name = newName();
  const other = await openAs(name, 'nurse-1');
  await other.outbox.enqueue(operation('a'));
  const { file } = await other.exportSealed(passphrase);
  await other.wipe({ evenUnsent: true });
  const before = await openAs(name, 'nurse-2');
  browser.refuse();
  browser.close(name);
  await until(() => before.connection === 'closed');
  const taken = { name, unlock: secretOf('nurse-3'), file, passphrase };
  await browser.openAnyway(() => importSealed(taken));
  browser.mend();
  await until(() => before.connection === 'erased');
  assert.equal(await codeOf(before.outbox.enqueue(operation('late'))), 'not-kept');
  assert.deepEqual(await intents(await openAs(name, 'nurse-3')), ['a']);
});

test('D9: a window that another one closes stays closed, and so does one that was left', async () => {
  const { name, store } = await open();
  (await openDB(name, 2)).close();
  assert.equal(await codeOf(store.outbox.enqueue(operation('a'))), 'overtaken');
  const left = await open();
  left.store.close();
  browser.close(left.name);
  assert.equal(await codeOf(left.store.outbox.entries()), 'overtaken');
});

test('D9: a database that opens and cannot be read is closed before the next try, so that no other window waits for it', async () => {
  const { name, store } = await open(newName(), { waits: [0, 60_000], callWaits: 30 });
  const { transaction } = IDBDatabase.prototype;
  let isTried = false;
  browser.close(name);
  IDBDatabase.prototype.transaction = function unreadable() {
    isTried = true;
    throw new DOMException('The storage is broken.', 'UnknownError');
  };
  await until(() => isTried);
  IDBDatabase.prototype.transaction = transaction;
  await until(() => store.connection === 'closed');
  await new Promise<void>((resolve, reject) => {
    const blocked = () => reject(new Error('Another window waits for it.'));
    void deleteDB(name, { blocked }).then(resolve, reject);
  });
});

test('D9: a window that is left while its database is looked at closes what it has just opened', async () => {
  const { name, store } = await open();
  const { transaction, close } = IDBDatabase.prototype;
  const again = new Set<IDBDatabase>();
  const closed = new Set<IDBDatabase>();
  browser.close(name);
  IDBDatabase.prototype.close = function noted() {
    closed.add(this);
    return close.call(this);
  };
  IDBDatabase.prototype.transaction = function left(...args) {
    again.add(this);
    store.close();
    return transaction.apply(this, args);
  };
  await until(() => again.size > 0);
  IDBDatabase.prototype.transaction = transaction;
  await until(() => [...again].every((each) => closed.has(each)));
  IDBDatabase.prototype.close = close;
  assert.equal(store.connection, 'closed');
});

test('D9, D7: a newer release that upgraded it meanwhile is said', async () => {
  const { name, store } = await open();
  browser.refuse();
  browser.close(name);
  await until(() => store.connection === 'closed');
  const newer = await browser.openAnyway(() => openDB(name, 2));
  newer.close();
  browser.mend();
  assert.equal(await codeOf(store.outbox.entries()), 'newer-release');
});
