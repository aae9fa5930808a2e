import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import {
  base64Url,
  claimDatabase,
  countUnsent,
  finishWipes,
  fromBase64Url,
  lookInto,
  openSealedStore,
  registeredDatabases,
  stayingKeeper,
  windowsKeeper,
  type FoundDatabase,
  type OutboxCounts,
  type SealedStore,
  type SessionKeeper,
  type Unlock,
} from '@ehch/store';
import { NOBODY } from '../nobody.ts';
import { isLocal } from '../local/local-base.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { browserDisk, type BrowserDisk } from './browser-disk.ts';
import { memoryStores } from './memory-stores.ts';
import { connectionOf } from './kept-connection.ts';
import {
  keysOf,
  nameOf,
  ofNobody,
  peoplesWork,
  sourceOf,
  type CountedUnsent,
  type OpenedOfNobody,
  type OpenedStore,
  type Stores,
} from './stores.ts';

type Mode = 'memory' | 'device';

/** Sealed in this browser's IndexedDB. Where it keeps nothing, everything is in memory, and the receipts say so. */
export function sealedStores(
  newKeeper: () => SessionKeeper = windowsKeeper,
  disk: BrowserDisk = browserDisk(),
): Stores {
  return new SealedStores(newKeeper, disk);
}

class SealedStores implements Stores {
  readonly #newKeeper: () => SessionKeeper;
  readonly #disk: BrowserDisk;
  readonly #inMemory = memoryStores();
  /** In memory mode the key of each database stays for the engine's life: another person may sign in, and come back. */
  readonly #keepers = new Map<string, ReturnType<typeof stayingKeeper>>();
  #isKeeping: Promise<boolean> | null = null;

  constructor(newKeeper: () => SessionKeeper, disk: BrowserDisk) {
    this.#newKeeper = newKeeper;
    this.#disk = disk;
  }

  async open(configuration: EngineConfiguration): Promise<OpenedStore> {
    if (!(await this.#keeps())) return this.#inMemory.open(configuration);
    try {
      return await this.#openOwn(configuration, await claimDatabase(await keysOf(configuration)));
    } catch (error) {
      if (error instanceof EhchError && error.code !== 'not-kept') throw error;
      reportCaught(error, 'sync/open-store');
      return this.#inMemory.open(configuration);
    }
  }

  async openOfNobody(configuration: EngineConfiguration): Promise<OpenedOfNobody | null> {
    const ofMemory = await this.#inMemory.openOfNobody(configuration);
    if (ofMemory !== null || !(await this.#keeps())) return ofMemory;
    const nobody = ofNobody(configuration);
    const name = await nameOf(nobody);
    if (name === (await nameOf(configuration))) return null;
    const found = await lookInto(name);
    if (found === null || found.mode === null || !holdsWork(found)) return null;
    const { unsent, mode } = found;
    try {
      return { opened: await this.#openAs(nobody, name, mode), unsent };
    } catch (error) {
      // Another window is locked or does not answer, or a newer release wrote it. What waits there is still counted.
      reportCaught(error, 'sync/of-nobody');
      return { opened: null, unsent };
    }
  }

  async unsentElsewhere(configuration: EngineConfiguration): Promise<CountedUnsent> {
    const inThisMemory = await this.#inMemory.unsentElsewhere(configuration);
    if (!(await this.#keeps())) return inThisMemory;
    const own = await nameOf(configuration);
    const others = (await registeredDatabases()).filter((name) => name !== own);
    const found = await Promise.all(others.map(async (name) => ({ name, ...(await lookInto(name)) })));
    // Of a session in memory mode that has ended, nothing opens again. Its own window tells of one that lives.
    const open = found.filter(({ name, mode }) => mode === 'device' || this.#keepers.has(name));
    const onDisk = peoplesWork(open.flatMap(({ unsent }) => unsent ?? []));
    return {
      total: inThisMemory.total + onDisk.total,
      escalations: inThisMemory.escalations + onDisk.escalations,
    };
  }

  async unsentOfNewer(configuration: EngineConfiguration): Promise<OutboxCounts | null> {
    try {
      return await countUnsent(await nameOf(configuration));
    } catch (error) {
      reportCaught(error, 'sync/newer-release');
      return null;
    }
  }

  close(): void {
    for (const keeper of this.#keepers.values()) keeper.end();
    this.#keepers.clear();
    this.#inMemory.close();
  }

  /** Asked once: a page that was refused stays in memory, where it began. */
  #keeps(): Promise<boolean> {
    this.#isKeeping ??= keepsAnything();
    return this.#isKeeping;
  }

  /** Opens in the mode that what lies there needs (store SPEC K8). */
  async #openOwn(configuration: EngineConfiguration, name: string): Promise<OpenedStore> {
    const wanted = modeOf(configuration);
    const isOnlyCopy = isLocal(configuration);
    const mode = modeFor(wanted, await lookInto(name), isOnlyCopy);
    const isAgain = this.#keepers.has(name);
    const opened = await this.#openAs(configuration, name, mode);
    // Another configuration may be another person. It sees nothing of what the one before was allowed to read.
    // Without a server they are the only copies, and the home's.
    if (mode === 'memory' && isAgain && !isLocal(configuration))
      await opened.store.records(sourceOf(configuration)).purgeAll();
    if (
      mode !== 'memory' ||
      wanted === 'memory' ||
      modeFor(wanted, await lookInto(name), isOnlyCopy) === 'memory'
    )
      return opened;
    // The session had ended, so nothing is left of it but the count of what was lost.
    opened.close();
    this.#keepers.get(name)?.end();
    this.#keepers.delete(name);
    return this.#openAs(configuration, name, wanted);
  }

  async #openAs(configuration: EngineConfiguration, name: string, mode: Mode): Promise<OpenedStore> {
    const { keys = 'memory', user } = configuration;
    const sub = user?.sub ?? NOBODY.sub;
    const store = await openSealedStore({
      name,
      mode,
      server: sourceOf(configuration),
      keeper: this.#keeperOf(name, mode),
    });
    return {
      // In memory mode the secret of the session is in this browser's memory, and nothing is tried.
      ...sealed(store, name, sub, (secret) =>
        mode === 'memory' ? [undefined] : unlocksBy(keys, sub, secret),
      ),
      disk: this.#disk,
      ...(mode !== modeOf(configuration) && { hasEarlierKeys: true }),
    };
  }

  #keeperOf(name: string, mode: Mode): SessionKeeper {
    if (mode === 'device') return this.#newKeeper();
    const keeper = this.#keepers.get(name) ?? stayingKeeper(this.#newKeeper());
    this.#keepers.set(name, keeper);
    return keeper;
  }
}

/** Whether this browser lets this page keep anything. It refuses where site data is blocked, or in a frame in a sandbox. */
async function keepsAnything(): Promise<boolean> {
  try {
    if (globalThis.indexedDB === undefined) return false;
    // What a crash left half erased goes before anything else looks at it (store SPEC P3).
    await finishWipes();
    await registeredDatabases();
    return true;
  } catch (error) {
    // A newer release keeps something here. To begin anew in memory would hide it.
    if (error instanceof Error && error.name === 'VersionError') {
      const message = 'A newer release keeps records on this device. Load the newest release of this page.';
      throw new EhchError('newer-release', message, { cause: error });
    }
    reportCaught(error, 'sync/open-store');
    return false;
  }
}

function modeOf({ keys = 'memory' }: EngineConfiguration): Mode {
  return keys === 'memory' ? 'memory' : 'device';
}

/**
 * How a database opens. One that people have keys to is never given up for another mode. Neither is unsent work of a session
 * that may still live: it changes its mode once that is sent. Without a server, what was accepted is never sent.
 */
function modeFor(wanted: Mode, found: FoundDatabase | null, isOnlyCopy: boolean): Mode {
  if (found === null || found.mode === null) return wanted;
  const isNeeded =
    found.mode === 'device'
      ? found.hasPeople
      : holdsUnsent(found) || (isOnlyCopy && found.unsent.accepted > 0);
  return isNeeded ? found.mode : wanted;
}

function holdsUnsent({ unsent, drafts }: FoundDatabase): boolean {
  return unsent.total + drafts > 0;
}

function holdsWork(found: FoundDatabase): boolean {
  return holdsUnsent(found) || found.lost.total + found.lost.drafts > 0;
}

function sealed(
  store: SealedStore,
  name: string,
  sub: string,
  unlocksWith: (secret: string) => readonly (Unlock | undefined)[],
): OpenedStore {
  return {
    store,
    name,
    async lost() {
      const { total, audits, drafts, accepted } = await store.lost();
      return total - audits + drafts + accepted;
    },
    forgetLost: () => store.forgetLost(),
    isLocked: () => store.isLocked,
    isFull: () => store.isFull,
    connection: connectionOf(store),
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
    async unlock(secret) {
      for (const unlock of unlocksWith(secret)) {
        try {
          await store.unlock(unlock);
          return true;
        } catch (error) {
          if (!(error instanceof EhchError) || error.code !== 'forbidden') throw error;
        }
      }
      return false;
    },
    lock: () => store.lock(),
    addPerson:
      store.lasts === 'memory'
        ? null
        : async (sub, secret) => {
            const [unlock] = unlocksWith(secret);
            if (unlock) await store.addPerson({ ...unlock, sub });
          },
    exportSealed: (passphrase) => store.exportSealed(passphrase),
    held: () => store.held(),
    wipe: async () => void (await store.wipe({ evenUnsent: true })),
    close: () => store.close(),
  };
}

/** How a person opens records with the secret that they gave. @throws {EhchError} `bad-argument` if it is none */
export function unlockWith(keys: EngineConfiguration['keys'], sub: string, secret: string): Unlock {
  const [unlock] = unlocksBy(keys, sub, secret);
  if (unlock) return unlock;
  throw new EhchError('bad-argument', 'This is no secret that opens records. Give another one.');
}

/** The ways in which a secret may open a database, in the order in which they are tried. None: it opens nothing. */
function unlocksBy(keys: EngineConfiguration['keys'], sub: string, secret: string): readonly Unlock[] {
  const passphrase: Unlock = { with: 'passphrase', sub, passphrase: secret };
  if (keys === 'passphrase') return [passphrase];
  const bytes = bytesOf(secret);
  const asSecret: readonly Unlock[] = bytes === null ? [] : [{ with: 'secret', sub, secret: bytes }];
  // Of another configuration, the records here may lie under keys of either kind.
  return keys === 'passkey' || keys === 'provider' ? asSecret : [passphrase, ...asSecret];
}

/** `null`: it is no base64, so it is the secret of nobody. */
function bytesOf(secret: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(secret), (character) => character.charCodeAt(0));
  } catch {
    // No error: a person or a page gave something else, and hears that it is wrong.
    return null;
  }
}
