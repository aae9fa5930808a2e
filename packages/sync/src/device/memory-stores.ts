import { openMemoryStore, type Store } from '@ehch/store';
import { isLocal } from '../local/local-base.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { keysOf, ofNobody, peoplesWork, sourceOf, type OpenedStore, type Stores } from './stores.ts';

/** Nothing of an earlier release lies in memory, so one key is enough. */
async function inMemoryName(configuration: EngineConfiguration): Promise<string> {
  const { id, folded } = await keysOf(configuration);
  return id ?? folded;
}

/**
 * Everything in memory: for a browser without IndexedDB, and for tests. There is one store for each database name, as on a
 * disk. So nothing is lost when another person signs in, and no other organisation sees it.
 */
export function memoryStores(): Stores {
  const kept = new Map<string, Store>();

  function opened(name: string, store: Store): OpenedStore {
    let isLocked = false;
    return {
      store,
      name,
      lost: async () => 0,
      forgetLost: async () => undefined,
      isLocked: () => isLocked,
      isFull: () => false,
      passkeys: null,
      // There is no key to try: the secret of the session is this worker's memory.
      unlock: async () => {
        isLocked = false;
        return true;
      },
      lock: () => {
        isLocked = true;
      },
      addPerson: null,
      exportSealed: null,
      async held() {
        const { total, audits, accepted } = await store.outbox.counts();
        // Nothing of it is on the disk, so nobody has to be told how much is erased from there.
        return { residents: 0, work: accepted, drafts: 0, unsent: total - audits };
      },
      wipe: async () => void kept.delete(name),
      close: () => undefined,
    };
  }

  return {
    async open(configuration) {
      const name = await inMemoryName(configuration);
      const known = kept.get(name);
      // Another configuration may be another person. It sees nothing of what the one before was allowed to read.
      // Without a server they are the only copies, and the home's.
      if (!isLocal(configuration)) await known?.records(sourceOf(configuration)).purgeAll();
      const store = known ?? openMemoryStore({ server: sourceOf(configuration) });
      kept.set(name, store);
      return opened(name, store);
    },
    async openOfNobody(configuration) {
      const name = await inMemoryName(ofNobody(configuration));
      const store = kept.get(name);
      if (store === undefined || name === (await inMemoryName(configuration))) return null;
      return { opened: opened(name, store), unsent: await store.outbox.counts() };
    },
    async unsentElsewhere(configuration) {
      const own = await inMemoryName(configuration);
      const others = [...kept].flatMap(([name, { outbox }]) => (name === own ? [] : [outbox.counts()]));
      return peoplesWork(await Promise.all(others));
    },
    // Memory is of this release.
    unsentOfNewer: async () => null,
    close: () => kept.clear(),
  };
}
