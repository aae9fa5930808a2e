import { expect } from '@open-wc/testing';
import { importSealed, lookInto, openSealedStore, windowsKeeper, type SealedStore } from '@ehch/store';
import { CANARIES, fillWithCanaries } from '../canaries.ts';
import { bytesIn, hasCryptoKey, rowsOf, spellings } from '../disk.ts';
import { newName, secretOf } from '../opened.ts';
import { operation } from '../samples.ts';
import { storeContract } from '../store-contract.ts';

// The same promises in a real browser, whose transactions, keys and locks are not those of a test double.

const opened: SealedStore[] = [];

async function open(name: string): Promise<SealedStore> {
  const store = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
});

describe('the sealed store in a browser', () => {
  storeContract((title, body) => {
    it(title, async () => {
      const store = await open(newName());
      await body(store);
      await store.wipe({ evenUnsent: true });
    });
  });

  it('K8: looking into a database says what waits in it, and makes none', async () => {
    const name = newName();
    expect(await lookInto(name)).to.equal(null);
    expect((await indexedDB.databases()).some((each) => each.name === name)).to.equal(false);
    const store = await open(name);
    await store.outbox.enqueue(operation('a'));
    const found = await lookInto(name);
    expect([found?.mode, found?.hasPeople, found?.unsent.total]).to.deep.equal(['memory', false, 1]);
    await store.wipe({ evenUnsent: true });
  });

  it('I6, K1: no word of a record and no CryptoKey lies in any row', async () => {
    const name = newName();
    await fillWithCanaries(await open(name));
    const rows = await rowsOf(name);
    for (const each of rows.values()) expect(each.some(hasCryptoKey)).to.equal(false);
    const bytes = bytesIn(rows);
    expect(bytes.length).to.be.above(2_000_000);
    for (const canary of CANARIES) {
      expect(
        spellings(canary).some((spelling) => bytes.includes(spelling)),
        canary,
      ).to.equal(false);
    }
  });

  it('D1: what people do is written in strict transactions, and copies of the server in relaxed ones', async () => {
    const store = await open(newName());
    const epoch = await store.leadership.begin();
    const made: string[] = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function watched(...args) {
      const tx = original.apply(this, args);
      if (args[1] === 'readwrite') made.push(tx.durability);
      return tx;
    };
    try {
      await store.outbox.enqueue(operation('a'));
      const n = (await store.outbox.entries())[0]?.n ?? 0;
      await store.outbox.change(n, ['queued'], epoch, { kind: 'move', to: 'held', notBefore: 0 });
      await store.records({ id: 'server', keep: 'yes' }).purge('resident-1', 'asked');
      expect(made).to.deep.equal(['strict', 'strict', 'strict']);
      const put = [{ type: 'Goal', id: 'g', version: '1', updated: null, text: '{}' }];
      const changes = [{ resident: 'r', put, deleted: [], kinds: {} }];
      await store.records({ id: 'server', keep: 'yes' }).apply({ epoch, changes, checkpoints: [] });
      expect(made.at(-1)).to.equal('relaxed');
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
  });

  it('a new window gets the key from one that lives, over a channel, and reads what waits', async () => {
    const name = newName();
    const first = await open(name);
    await first.outbox.enqueue(operation('a'));
    const second = await open(name);
    first.close();
    expect((await second.outbox.entries())[0]?.operation).to.deep.equal(operation('a'));
  });

  it('M1, M4: a file brings everything back after a wipe, and closes the windows of before', async () => {
    const name = newName();
    const passphrase = 'seven quiet herons wading';
    const openAs = async (sub: string) => {
      const unlock = secretOf(sub);
      const store = await openSealedStore({ name, mode: 'device', unlock, keeper: windowsKeeper() });
      opened.push(store);
      return store;
    };
    const before = await openAs('nurse-1');
    await fillWithCanaries(before);
    const entries = await before.outbox.entries();
    const { file, counts } = await before.exportSealed(passphrase);
    await before.wipe({ evenUnsent: true });
    const window = await openAs('nurse-2');
    expect(await importSealed({ name, unlock: secretOf('nurse-3'), file, passphrase })).to.deep.equal(counts);
    expect(await window.outbox.enqueue(operation('late')).catch(({ code }) => code)).to.equal('overtaken');
    window.close();
    const after = await openAs('nurse-3');
    expect(await after.outbox.entries()).to.deep.equal(entries);
  });
});
