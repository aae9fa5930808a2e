import { EhchError } from '@ehch/clinical';
import { LOCAL_SOURCE, lookInto, openSealedStore, type Store } from '@ehch/store';
import { unlockWith } from '../device/sealed-stores.ts';
import { nameOf } from '../device/stores.ts';
import { localBase } from '../local/local-base.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';

/** The database of the time when the place had no server. */
export interface LocalDatabase {
  /** Whether there is one that can be opened at all. It makes none. */
  isThere(): Promise<boolean>;
  /** `null`: the secret opens nothing. */
  open(secret: string): Promise<Store | null>;
}

/** Finds the local database of the configured place. `null`: there is nothing to find, as without a place. */
export type FindLocalDatabase = (configuration: EngineConfiguration) => LocalDatabase | null;

/** In this browser's IndexedDB. One of memory mode ended with its session, so it is not offered and never opened. */
export const findSealed: FindLocalDatabase = ({ place, user, keys }) => {
  if (place === null || !('indexedDB' in globalThis)) return null;
  const name = () => nameOf({ fhirBaseUrl: localBase(place), ...(user && { user }) });
  return {
    isThere: async () => (await lookInto(await name()))?.mode === 'device',
    async open(secret) {
      const mode = keys === undefined || keys === 'memory' ? 'passphrase' : keys;
      try {
        return await openSealedStore({
          name: await name(),
          mode: 'device',
          server: LOCAL_SOURCE,
          unlock: unlockWith(mode, user?.sub ?? '', secret),
        });
      } catch (error) {
        if (error instanceof EhchError && error.code === 'forbidden') return null;
        throw error;
      }
    },
  };
};
