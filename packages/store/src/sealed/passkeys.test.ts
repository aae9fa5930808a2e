import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSealedStore } from '@ehch/store';
import { keeperFor, newName } from '../../test/opened.ts';

const open = (name: string) => openSealedStore({ name, mode: 'device', keeper: keeperFor({ secret: null }) });

test('K8: what a passkey is asked with is random, stays the same for a person, and needs no key', async () => {
  const name = newName();
  const store = await open(name);
  assert.equal(store.isLocked, true);
  const first = await store.passkey('nurse-1');
  assert.equal(first.credential, null);
  assert.deepEqual([first.salt.length, first.handle.length], [32, 32]);
  assert.notDeepEqual((await store.passkey('nurse-2')).salt, first.salt);
  await store.keepPasskey('nurse-1', new Uint8Array([1, 2, 3]));
  store.close();
  const again = await open(name);
  assert.deepEqual(await again.passkey('nurse-1'), { ...first, credential: new Uint8Array([1, 2, 3]) });
  again.close();
});

test('K8: of two windows that make a passkey at once only the first one’s is kept', async () => {
  const store = await open(newName());
  await store.keepPasskey('nurse-1', new Uint8Array([1]));
  await assert.rejects(store.keepPasskey('nurse-1', new Uint8Array([2])), { code: 'busy' });
  assert.deepEqual((await store.passkey('nurse-1')).credential, new Uint8Array([1]));
  store.close();
});
