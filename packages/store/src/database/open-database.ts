import { EhchError } from '@ehch/clinical';
import { openDB, type IDBPDatabase } from 'idb';
import { Connection, type Ears, type Patience } from './connection.ts';
import type { Schema } from './schema.ts';

type Raw = IDBPDatabase<Schema>;
export type Database = Connection;

/** The version of the stores. A new one adds stores and indexes, and moves no rows (SPEC D6). */
const VERSION = 1;

/**
 * Opens the database, and makes its stores where they are missing. Where the browser closes it later, it is opened again
 * (SPEC D9).
 *
 * @throws {EhchError} `newer-release` if a newer release wrote it (SPEC D7), `not-kept` if this browser keeps nothing
 */
export async function openDatabase(name: string, patience?: Patience): Promise<Database> {
  let ears: Ears | null = null;
  const db = await opened(
    name,
    { onClosed: () => ears?.onClosed(), onAsked: () => ears?.onAsked() },
    makeStores,
  );
  const connection = new Connection(db, (again) => openedAgain(name, again), patience);
  ears = connection.ears();
  return connection;
}

async function opened(
  name: string,
  { onClosed, onAsked }: Ears,
  make: (db: Raw, giveUp: () => void) => void,
): Promise<Raw> {
  try {
    return await openDB<Schema>(name, VERSION, {
      upgrade: (db, from, _to, tx) => {
        // That it was given up is said by the opening.
        tx.done.catch(() => undefined);
        if (from < 1) make(db, () => tx.abort());
      },
      blocking: onAsked,
      terminated: onClosed,
    });
  } catch (cause) {
    if ((cause as { name?: unknown }).name === 'VersionError') {
      const message =
        'A newer release has written the records on this device. Load the newest release of this page.';
      throw new EhchError('newer-release', message, { cause });
    }
    throw new EhchError('not-kept', 'This browser does not let this page keep anything.', { cause });
  }
}

/** The database, where it is still there. One that would be made anew is given up. */
async function openedAgain(name: string, ears: Ears): Promise<Raw | null> {
  let isGone = false;
  try {
    return await opened(name, ears, (_made, giveUp) => {
      isGone = true;
      giveUp();
    });
  } catch (error) {
    if (isGone) return null;
    throw error;
  }
}

/**
 * Closes the database in every other window. It asks for a newer version, of which they hear, and then keeps the old one.
 */
export function closeElsewhere(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, VERSION + 1);
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onerror = () => {
      // Where a newer release has upgraded it, {@link openDatabase} says so.
      if (['AbortError', 'VersionError'].includes(asked.error?.name ?? '')) resolve();
      else reject(asked.error ?? new Error('The database does not open.'));
    };
    asked.onsuccess = () => resolve(asked.result.close());
  });
}

function makeStores(db: Raw): void {
  for (const name of ['meta', 'slot', 'ballast'] as const) db.createObjectStore(name);
  db.createObjectStore('home', { keyPath: 'h' });
  db.createObjectStore('member', { keyPath: ['h', 'p'] }).createIndex('p', 'p');
  db.createObjectStore('key', { keyPath: 'p' }).createIndex('source', 'source');
  db.createObjectStore('card', { keyPath: ['h', 'p'] }).createIndex('p', 'p');
  db.createObjectStore('pack', { keyPath: ['p', 'b', 'n'] });
  db.createObjectStore('delta', { keyPath: ['p', 'b', 'k'] });
  db.createObjectStore('ver', { keyPath: 'p' });
  const outbox = db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
  outbox.createIndex('intents', 'intents', { unique: true, multiEntry: true });
  outbox.createIndex('lane', ['lane', 'n']);
  const ack = db.createObjectStore('ack', { keyPath: 'intent' });
  ack.createIndex('intents', 'intents', { multiEntry: true });
  ack.createIndex('at', 'at');
  ack.createIndex('lane', 'lane');
  db.createObjectStore('ckpt', { keyPath: ['h', 'c'] });
  db.createObjectStore('draft', { keyPath: ['r', 'f'] });
  db.createObjectStore('look');
  db.createObjectStore('quar', { autoIncrement: true });
  db.createObjectStore('log', { autoIncrement: true }).createIndex('intents', 'intents', {
    multiEntry: true,
  });
}
