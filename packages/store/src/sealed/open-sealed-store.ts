import { EhchError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { newWrapping } from '../database/meta.ts';
import type { Patience } from '../database/connection.ts';
import { openDatabase, type Database } from '../database/open-database.ts';
import { finishWipes, registerDatabase } from '../database/registry.ts';
import { write } from '../database/transact.ts';
import { randomBytes } from '../keys/bytes.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { windowsKeeper, type SessionKeeper } from '../keys/session-keeper.ts';
import type { Unlock } from '../keys/unlock.ts';
import { LOCAL_SOURCE, SERVER_SOURCE } from '../memory/open-memory-store.ts';
import type { SourceTerms } from '../records/record-store.ts';
import { layBallast } from './ballast.ts';
import { oneAfterAnother } from './context.ts';
import { ALL_STORE_GUARDS, type StoreGuards } from '../guards.ts';
import { discardOldSession } from './lost.ts';
import { RowMemory } from './row-memory.ts';
import { SealedStore } from './sealed-store.ts';

export interface SealedStoreOptions {
  /** Of {@link databaseName}: one for each server and organisation. */
  readonly name: string;
  /**
   * `memory`: the root key is only in the memory of this browser's windows, and what is not sent ends with the last one.
   * `device`: each person opens the root key, so that everything outlives the browser.
   */
  readonly mode: 'memory' | 'device';
  /** For `device`. Without it the store opens locked. The first person's is made. */
  readonly unlock?: Unlock;
  /** The source that the outbox writes to: accepted bodies become its cached copies. */
  readonly server?: SourceTerms;
  readonly keeper?: SessionKeeper;
  /** The device's clock. */
  readonly now?: () => Instant;
  /** How long a call waits for a database that the browser has closed, and when it is opened again. Tests wait less. */
  readonly patience?: Patience;
  /** Tests switch one off, to prove that the suite would notice. */
  readonly guards?: StoreGuards;
}

/**
 * Opens the sealed store of this device. What a crash left half wiped is wiped first (SPEC P3).
 *
 * @throws {EhchError} `newer-release` if a newer release wrote it (SPEC D7); `forbidden` if it does not unlock;
 *   `not-kept` if this browser keeps nothing; `busy` or `locked` if another window has the key and does not give it
 */
export async function openSealedStore(options: SealedStoreOptions): Promise<SealedStore> {
  const { name, mode, unlock, server = SERVER_SOURCE, keeper = windowsKeeper() } = options;
  const now = options.now ?? (() => new Date().toISOString());
  await finishWipes();
  await registerDatabase(name);
  const db = await openDatabase(name, options.patience);
  try {
    await begin(db, mode, now(), server);
    await db.rememberWhich();
    const keys = new KeyRing();
    const memory = new RowMemory(() => keys.isLocked);
    const context = {
      db,
      keys,
      now,
      memory,
      isOnlyCopy: server.id === LOCAL_SOURCE.id,
      room: { isFull: false },
      last: { work: 0 },
      seenDropped: new Map(),
      guards: options.guards ?? ALL_STORE_GUARDS,
      serially: oneAfterAnother(),
    };
    const store = new SealedStore({ context, name, mode, server, keeper });
    if (mode === 'memory' || unlock) await store.unlock(unlock);
    await layBallast(db);
    return store;
  } catch (error) {
    db.close();
    keeper.leave();
    throw error;
  }
}

/** Writes what every database has. What lies here from memory mode cannot be read in another. */
async function begin(
  db: Database,
  mode: 'memory' | 'device',
  at: Instant,
  server: SourceTerms,
): Promise<void> {
  const before = await write(db, ['meta', 'slot'], 'strict', async (tx) => {
    const meta = tx.objectStore('meta');
    const [old, people] = await Promise.all([
      meta.get('mode') as Promise<typeof mode | undefined>,
      tx.objectStore('slot').count(),
    ]);
    if (old === 'device' && people === 0) {
      // Nobody has unlocked it yet, so there was no key under which anything could lie here.
      await meta.put(mode, 'mode');
      return mode;
    }
    if (old === undefined) {
      await Promise.all([
        meta.put(mode, 'mode'),
        meta.put(randomBytes(16), 'salt'),
        meta.put(newWrapping(1), 'wrapping'),
      ]);
    }
    return old ?? mode;
  });
  if (before === mode) return;
  if (before === 'device') {
    throw new EhchError(
      'bad-configuration',
      'This device keeps records under passphrases. Open it in the mode in which it was made, and unlock it.',
    );
  }
  await discardOldSession(db, at, server);
  await write(db, ['meta'], 'strict', (tx) => tx.objectStore('meta').put(mode, 'mode'));
}
