import { EhchError } from '@ehch/clinical';
import {
  databaseName,
  LOCAL_SOURCE,
  openMemoryStore,
  openSealedStore,
  type SealedStore,
  type SealedExport,
  type SessionKeeper,
  type SourceTerms,
  type Store,
  type Unlock,
} from '@ehch/store';
import { isLocal } from '../local/local-base.ts';
import type { EngineConfiguration } from '../protocol.ts';

/** What this device holds for one server and organisation, and whether its keys are here. */
export interface OpenedStore {
  /** While locked, reading throws `locked`. Counts and the home's outbox work all the same. */
  readonly store: Store;
  /** Names the database for locks and channels. It says nothing about anybody. */
  readonly name: string;
  /** Unsent entries and drafts of an earlier session whose key is gone. */
  lost(): Promise<number>;
  isLocked(): boolean;
  /** Returns whether the secret opened the records. */
  unlock(secret: string): Promise<boolean>;
  lock(): void;
  /** Lets one more person open the records. `null`: nobody opens them by a secret. */
  readonly addPerson: ((sub: string, secret: string) => Promise<void>) | null;
  /** Everything in one sealed file. `null`: nothing of it is on the disk. */
  readonly exportSealed: ((passphrase: string) => Promise<SealedExport>) | null;
  close(): void;
}

/** Opens what is kept on this device for a configuration. */
export type OpenStore = (configuration: EngineConfiguration) => Promise<OpenedStore>;

/** Everything in memory: for a browser without IndexedDB, and for tests. */
export const openInMemory: OpenStore = async (configuration) => {
  let isLocked = false;
  return {
    store: openMemoryStore({ server: sourceOf(configuration) }),
    name: await nameOf(configuration),
    lost: async () => 0,
    isLocked: () => isLocked,
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
    close: () => undefined,
  };
};

/** Sealed in this browser's IndexedDB. Where it keeps nothing, everything is in memory, and the receipts say so. */
export function openSealed(keeper?: SessionKeeper): OpenStore {
  return async (configuration) => {
    const { keys = 'memory', user } = configuration;
    if (!('indexedDB' in globalThis)) return openInMemory(configuration);
    const name = await nameOf(configuration);
    try {
      const store = await openSealedStore({
        name,
        mode: keys === 'memory' ? 'memory' : 'device',
        server: sourceOf(configuration),
        ...(keeper && { keeper }),
      });
      return sealed(store, name, (secret) => unlockWith(keys, user?.sub ?? '', secret));
    } catch (error) {
      if (error instanceof EhchError && error.code === 'not-kept') return openInMemory(configuration);
      throw error;
    }
  };
}

/** The terms of the configured server. Without one, the copies on this device are the only ones, and stay. */
export function sourceOf(configuration: EngineConfiguration): SourceTerms {
  return isLocal(configuration) ? LOCAL_SOURCE : { id: 'server', keep: configuration.keep ?? 'session' };
}

function sealed(store: SealedStore, name: string, unlockBy: (secret: string) => Unlock): OpenedStore {
  return {
    store,
    name,
    async lost() {
      const { total, audits, drafts, accepted } = await store.lost();
      return total - audits + drafts + accepted;
    },
    isLocked: () => store.isLocked,
    async unlock(secret) {
      try {
        await store.unlock(unlockBy(secret));
        return true;
      } catch (error) {
        if (error instanceof EhchError && error.code === 'forbidden') return false;
        throw error;
      }
    },
    lock: () => store.lock(),
    addPerson:
      store.lasts === 'memory' ? null : (sub, secret) => store.addPerson({ ...unlockBy(secret), sub }),
    exportSealed: (passphrase) => store.exportSealed(passphrase),
    close: () => store.close(),
  };
}

/** How a person opens the records with the secret that they gave. */
export function unlockWith(keys: EngineConfiguration['keys'], sub: string, secret: string): Unlock {
  if (keys === 'passphrase') return { with: 'passphrase', sub, passphrase: secret };
  const bytes = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0));
  return { with: 'secret', sub, secret: bytes };
}

/** One database for each server and organisation, and one for each place without a server. */
export function nameOf({
  fhirBaseUrl,
  user,
}: Pick<EngineConfiguration, 'fhirBaseUrl' | 'user'>): Promise<string> {
  return databaseName(fhirBaseUrl, user?.organisation ?? '');
}
