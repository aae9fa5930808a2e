import 'fake-indexeddb/auto';
import { test } from 'node:test';
import { storeContract } from '../../test/store-contract.ts';
import { openSealedStore } from './open-sealed-store.ts';

storeContract(
  (title, body) =>
    void test(`sealed: ${title}`, async () => {
      const store = await openSealedStore({ name: `contract-${title}`, mode: 'memory' });
      try {
        await body(store);
      } finally {
        store.close();
      }
    }),
);
