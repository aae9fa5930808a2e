import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowsKeeper } from '@ehch/store';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { SIGNED_IN, world } from './before-sign-in.fixtures.ts';
import { browserDisk } from './browser-disk.ts';
import { sealedStores } from './sealed-stores.ts';
import { loadingStatus } from './status-of.ts';
import { storesWith } from './stores.fixtures.ts';

const MB = 1_000_000;

/** Node has no `navigator.storage`, so this is what a browser says. The tests of `createEhch` ask Chromium itself. */
function browser(isPersisted: boolean, freeMb: number) {
  return browserDisk({
    persisted: async () => isPersisted,
    estimate: async () => ({ quota: 100 * MB, usage: (100 - freeMb) * MB }),
  });
}

async function statusOn(
  disk: ReturnType<typeof browserDisk>,
  keys: NonNullable<EngineConfiguration['keys']>,
) {
  const engine = world().engine(sealedStores(windowsKeeper, disk));
  await engine.configure({ ...SIGNED_IN, fhirBaseUrl: `${SIGNED_IN.fhirBaseUrl}?${keys}`, keys });
  const status = await engine.status(null);
  await engine.close();
  return status;
}

test('D8: the status says whether the browser has promised to erase nothing of what outlives it', async () => {
  assert.equal((await statusOn(browser(false, 90), 'passphrase')).isPersisted, false);
  assert.equal((await statusOn(browser(true, 90), 'passphrase')).isPersisted, true);
  assert.equal((await statusOn(browser(false, 90), 'memory')).isPersisted, undefined, 'it ends anyway');
  assert.equal((await statusOn(browserDisk(undefined), 'passphrase')).isPersisted, undefined);
});

test('D8: a browser that answers with an error holds up no status', async () => {
  const refusing = browserDisk({ persisted: () => Promise.reject(new Error('No.')) });
  assert.equal((await statusOn(refusing, 'passphrase')).isPersisted, undefined);
});

test('D8: before a first load has begun, the status says that the disk lacks room for the rest of it', async () => {
  const loading = { done: 0, of: 100, state: 'running', secondsLeft: null } as const;
  const lacksRoom = async (freeMb: number, done = 0) => {
    const stores = storesWith((opened) => ({ ...opened, disk: browser(true, freeMb) }));
    const status = await loadingStatus(await stores.open(SIGNED_IN), { ...loading, done });
    return status.loading?.lacksRoom;
  };
  // A hundred residents with 300 resources of 1.2 KB each: 36 MB.
  assert.equal(await lacksRoom(37), undefined);
  assert.equal(await lacksRoom(35), true);
  assert.equal(await lacksRoom(35, 10), undefined, 'what is loaded lies there already');
});
