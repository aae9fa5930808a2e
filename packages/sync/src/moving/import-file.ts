import { EhchError } from '@ehch/clinical';
import { importSealed, type MovedCounts } from '@ehch/store';
import { unlockWith } from '../device/sealed-stores.ts';
import { keysOf, nameOf } from '../device/stores.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';

/** A file from another PC, with the secrets that open it there and here. */
export interface MovedFile {
  readonly file: Uint8Array;
  readonly passphrase: string;
  readonly secret: string;
}

/** Takes a file in, before the store of its configuration is open. */
export type ImportFile = (configuration: EngineConfiguration, moved: MovedFile) => Promise<MovedCounts>;

/** Into this browser's IndexedDB. A key that ends with the session would take everything with it again. */
export const importFile: ImportFile = async (configuration, { file, passphrase, secret }) => {
  const { keys = 'memory', user } = configuration;
  if (keys === 'memory' || !('indexedDB' in globalThis))
    throw new EhchError(
      'unsupported',
      'Records that end with the session cannot take a file in. Choose a passphrase for this PC first.',
    );
  const names = await keysOf(configuration);
  return importSealed({
    name: await nameOf(configuration),
    alsoNamed: [names.spelt, ...(names.id === null ? [] : [names.id])],
    unlock: unlockWith(keys, user?.sub ?? '', secret),
    file,
    passphrase,
  });
};
