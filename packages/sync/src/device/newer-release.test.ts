import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, draftOf, finish } from '../actions/actions.fixtures.ts';
import { SIGNED_IN, world } from './before-sign-in.fixtures.ts';
import { sealedStores } from './sealed-stores.ts';
import { nameOf } from './stores.ts';

const KEPT = { ...SIGNED_IN, keys: 'passphrase' } as const;

/** What a newer release does first: it opens the database with a higher version. */
async function upgrade(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.open(name, 99);
    asked.onsuccess = () => resolve(asked.result.close());
    asked.onerror = () => reject(asked.error ?? new Error('It does not open.'));
  });
}

test('D7: under an older release the status says that a newer one wrote it, and how much is not sent; every other call says so as well', async () => {
  const { engine, plug } = world();
  const before = engine(sealedStores());
  await before.configure(KEPT);
  await before.unlock({ secret: 'quiet rivers carry small boats' });
  plug.isIn = false;
  await before.enqueue({ intent: finish(draftOf('one')), now: AT });
  await before.close();
  await upgrade(await nameOf(KEPT));

  const older = engine(sealedStores());
  await older.configure(KEPT);
  const { newerRelease, unsent, lost, lasts } = await older.status(null);
  assert.deepEqual([newerRelease, unsent.total, lost, lasts], ['counted', 1, 0, 'device']);
  await assert.rejects(older.openResident({ resident: 'one', now: AT }), { code: 'newer-release' });
  await assert.rejects(older.enqueue({ intent: finish(draftOf('one')), now: AT }), { code: 'newer-release' });
  // The same again, as the page asks at each look.
  assert.equal((await older.status(null)).unsent.total, 1);
  await older.close();
});

test('D7: where a newer release changed the list of databases itself, nobody says that everything is sent', async () => {
  await upgrade('ehch-registry');
  const { engine } = world();
  const older = engine(sealedStores());
  await older.configure(KEPT);
  assert.equal((await older.status(null)).newerRelease, 'not-counted');
  await older.close();
});
