import { openMemoryStore, type Store } from '@ehch/store';
import type { EngineConfiguration } from '../protocol.ts';

/** What this device holds for one server and organisation, and whether its keys are here. */
export interface OpenedStore {
  /** While locked, reading throws `locked`. Counts and the home's outbox work all the same. */
  readonly store: Store;
  /** Names the database for locks and channels. It says nothing about anybody. */
  readonly name: string;
  /** Unsent entries of an earlier session whose key is gone. */
  readonly lost: number;
  isLocked(): boolean;
  /** Returns whether the secret opened the records. */
  unlock(secret: string): Promise<boolean>;
  lock(): Promise<void>;
  close(): void;
}

/** Opens what is kept on this device for a configuration. */
export type OpenStore = (configuration: EngineConfiguration) => Promise<OpenedStore>;

/** Everything in memory: for a browser without IndexedDB, and for tests. */
export const openInMemory: OpenStore = async ({ keep = 'session' }) => ({
  store: openMemoryStore({ server: { id: 'server', keep } }),
  name: 'memory',
  lost: 0,
  isLocked: () => false,
  unlock: async () => true,
  lock: async () => undefined,
  close: () => undefined,
});
