import { EhchError } from '@ehch/clinical';
import {
  base64Url,
  databaseName,
  fromBase64Url,
  openMemoryStore,
  openSealedStore,
  type SealedStore,
  type SessionKeeper,
  type Store,
  type Unlock,
} from '@ehch/store';
import type { EngineConfiguration, PasskeyFacts } from '../protocol.ts';

/** What this device holds for one server and organisation, and whether its keys are here. */
export interface OpenedStore {
  /** While locked, reading throws `locked`. Counts and the home's outbox work all the same. */
  readonly store: Store;
  /** Names the database for locks and channels. It says nothing about anybody. */
  readonly name: string;
  /** Unsent entries and drafts of an earlier session whose key is gone. */
  lost(): Promise<number>;
  isLocked(): boolean;
  /** Whether what somebody did last found no room on this device. */
  isFull(): boolean;
  /** What a window needs to ask for the signed-in person's passkey. Without a disk there is none. */
  readonly passkeys: {
    facts(): Promise<PasskeyFacts>;
    keep(credential: string): Promise<void>;
  } | null;
  /** Returns whether the secret opened the records. */
  unlock(secret: string): Promise<boolean>;
  lock(): void;
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
    passkeys: null,
    isLocked: () => isLocked,
    isFull: () => false,
    // There is no key to try: the secret of the session is this worker's memory.
    unlock: async () => {
      isLocked = false;
      return true;
    },
    lock: () => {
      isLocked = true;
    },
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
      return sealed(store, name, user?.sub ?? '', (secret) => unlockWith(keys, user?.sub ?? '', secret));
    } catch (error) {
      if (error instanceof EhchError && error.code === 'not-kept') return openInMemory(configuration);
      throw error;
    }
  };
}

/** The terms of the configured server. */
export function sourceOf({ keep = 'session' }: EngineConfiguration) {
  return { id: 'server', keep } as const;
}

function sealed(
  store: SealedStore,
  name: string,
  sub: string,
  unlockBy: (secret: string) => Unlock,
): OpenedStore {
  return {
    store,
    name,
    passkeys: {
      async facts() {
        const { credential, salt, handle } = await store.passkey(sub);
        return {
          credential: credential && base64Url(credential),
          salt: base64Url(salt),
          handle: base64Url(handle),
        };
      },
      keep: (credential) => store.keepPasskey(sub, fromBase64Url(credential)),
    },
    async lost() {
      const { total, audits, drafts } = await store.lost();
      return total - audits + drafts;
    },
    isLocked: () => store.isLocked,
    isFull: () => store.isFull,
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
    close: () => store.close(),
  };
}

function unlockWith(keys: EngineConfiguration['keys'], sub: string, secret: string): Unlock {
  if (keys === 'passphrase') return { with: 'passphrase', sub, passphrase: secret };
  const bytes = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0));
  return { with: 'secret', sub, secret: bytes };
}

/** One database for each server and organisation. */
function nameOf({ fhirBaseUrl, user }: EngineConfiguration): Promise<string> {
  return databaseName(fhirBaseUrl, user?.organisation ?? '');
}
