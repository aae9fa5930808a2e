import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { sealedStores } from './sealed-stores.ts';

const configuration: EngineConfiguration = {
  fhirBaseUrl: 'https://record.test/fhir',
  network: { by: 'engine', token: false },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
};

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
});

/** How browsers refuse: a frame in a sandbox and blocked site data throw, other pages take the name away. */
const refusing: readonly (readonly [string, PropertyDescriptor])[] = [
  ['is undefined', { value: undefined }],
  [
    'may not be touched',
    {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    },
  ],
  [
    'does not open',
    {
      value: {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    },
  ],
];

// Such a page reads and writes in memory, and every receipt says so, as where there is no IndexedDB at all.
for (const [what, property] of refusing) {
  test(`where IndexedDB ${what}, everything is held in memory`, async () => {
    Object.defineProperty(globalThis, 'indexedDB', { ...property, configurable: true });
    const stores = sealedStores();
    const { store } = await stores.open(configuration);
    assert.equal(store.lasts, 'memory');
    assert.equal(await stores.openOfNobody(configuration), null);
    assert.equal((await stores.unsentElsewhere(configuration)).total, 0);
  });
}
