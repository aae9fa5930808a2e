import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { unwrap, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { base64Url, type Bytes } from '../keys/bytes.ts';
import type { Schema } from './schema.ts';

type Raw = IDBPDatabase<Schema>;

/**
 * - `open`: what is kept can be read and written. - `closed`: the browser has closed it under the open page, and it is being
 *   opened again. - `erased`: somebody, or the browser, has erased it meanwhile. Another one of that name is not this one.
 */
export type ConnectionState = 'open' | 'closed' | 'erased';

/** What a connection hears of the browser. */
export interface Ears {
  /** The browser has closed it. */
  readonly onClosed: () => unknown;
  /** Another window wants to upgrade or to wipe. A window that stays open would stop it. */
  readonly onAsked: () => unknown;
}

/** Opens the database once more. `null`: it is gone. It makes none. */
type OpenAgain = (ears: Ears) => Promise<Raw | null>;

/** How a connection comes back, in milliseconds. */
export interface Patience {
  /** The pauses before each try. The last one is repeated for as long as this window lives. */
  readonly waits: readonly number[];
  /** How long a call waits for the database before it ends with `not-kept`. */
  readonly callWaits: number;
}

/** A browser that closes its storage mostly opens it again at once. Whoever presses something waits no longer than this. */
const PATIENCE: Patience = { waits: [0, 250, 1_000, 4_000, 15_000, 60_000], callWaits: 5_000 };
/** Milliseconds after which a connection counts as whole. One that breaks earlier goes on with the longer pauses. */
const WHOLE_AFTER_MS = 60_000;

/**
 * The connection to a database. Where the browser closes it under the open page, as when its storage fails or somebody clears
 * it, this opens it again (SPEC D9). Where another window asks for it, or after {@link close}, it stays closed.
 */
export class Connection {
  readonly #openAgain: OpenAgain;
  readonly #patience: Patience;
  readonly #listeners = new Set<() => void>();
  #db: Raw;
  #state: ConnectionState = 'open';
  #hasEnded = false;
  /** Why it is not opened any more. */
  #refused: EhchError | null = null;
  #which = '';
  #tries = 0;
  #openings = 0;
  #openedAt = Date.now();
  #change = changing();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(db: Raw, openAgain: OpenAgain, patience: Patience = PATIENCE) {
    this.#db = db;
    this.#openAgain = openAgain;
    this.#patience = patience;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** What tells this database from another one of its name. Empty before {@link rememberWhich}. */
  get id(): string {
    return this.#which;
  }

  /** Calls `onChange` whenever {@link state} has changed, until the connection ends or the returned function is called. */
  watch(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => void this.#listeners.delete(onChange);
  }

  /** Those of the next opening. The event of a former one may come after it. */
  ears(): Ears {
    const opening = ++this.#openings;
    return {
      onClosed: () => opening === this.#openings && this.#noteClosed(),
      onAsked: () => this.close(),
    };
  }

  /** From here on, another database of this name is not taken for this one. */
  async rememberWhich(): Promise<void> {
    this.#which = await this.#asked(whichIs);
  }

  readonly get: Raw['get'] = (...args) => this.#asked((db) => db.get(...args));
  readonly getAll: Raw['getAll'] = (...args) => this.#asked((db) => db.getAll(...args));
  readonly count: Raw['count'] = (...args) => this.#asked((db) => db.count(...args));
  readonly getFromIndex: Raw['getFromIndex'] = (...args) => this.#asked((db) => db.getFromIndex(...args));
  readonly getAllFromIndex: Raw['getAllFromIndex'] = (...args) =>
    this.#asked((db) => db.getAllFromIndex(...args));

  /** A read of several rows at one moment. It changes nothing, so one that the closing has cut off is done once more. */
  read<T>(
    names: readonly StoreNames<Schema>[],
    body: (tx: IDBPTransaction<Schema, StoreNames<Schema>[]>) => Promise<T>,
  ): Promise<T> {
    return this.#asked((db) => body(db.transaction([...names], 'readonly')));
  }

  /** Begins a write, once the database is open. What follows must ask the database alone. */
  async begin<Names extends StoreNames<Schema>>(
    names: readonly Names[],
    options: IDBTransactionOptions,
  ): Promise<{ readonly tx: IDBPTransaction<Schema, Names[], 'readwrite'> }> {
    // In an object, because the answer of an async function may be no transaction that somebody could take for a promise.
    return this.#asked(async (db) => ({ tx: db.transaction([...names], 'readwrite', options) }));
  }

  /** Whether a transaction that was just aborted ended with its connection. Then nobody knows whether it was written. */
  isCutOff(error: unknown): boolean {
    return !this.#hasEnded && (this.#state !== 'open' || this.#isClosedBy(error, this.#db));
  }

  /** It stays closed: the window goes, or another one needs the database. */
  close(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#db.close();
    this.#change.happened();
  }

  /** By the browser's event, or by whoever finds out first. */
  #noteClosed(): void {
    if (this.#hasEnded || this.#state !== 'open') return;
    if (Date.now() - this.#openedAt > WHOLE_AFTER_MS) this.#tries = 0;
    this.#become('closed');
    this.#tryLater();
  }

  async #asked<T>(ask: (db: Raw) => Promise<T>): Promise<T> {
    for (;;) {
      const db = await this.#opened();
      try {
        return await ask(db);
      } catch (error) {
        if (!this.#isClosedBy(error, db)) throw error;
      }
    }
  }

  /** The open database. @throws {EhchError} `overtaken`, `newer-release`; `not-kept` if it does not come back in time */
  async #opened(): Promise<Raw> {
    const end = Date.now() + this.#patience.callWaits;
    for (;;) {
      if (this.#hasEnded) throw new EhchError('overtaken', ENDED);
      if (this.#refused !== null) throw this.#refused;
      if (this.#state === 'open') return this.#db;
      if (this.#state === 'erased') throw new EhchError('not-kept', ERASED);
      const left = end - Date.now();
      if (left <= 0) throw new EhchError('not-kept', CLOSED);
      await this.#change.within(left);
    }
  }

  /**
   * Whether an error came from a connection that is closed. One that the browser closes ends its transactions and refuses new
   * ones before it says so by its event.
   */
  #isClosedBy(error: unknown, db: Raw): boolean {
    if (db !== this.#db || this.#hasEnded) return true;
    if (!OF_CLOSING.has((error as { name?: string } | null)?.name ?? '')) return false;
    try {
      unwrap(db).transaction('meta', 'readonly').abort();
      return false;
    } catch (refusal) {
      if ((refusal as { name?: unknown }).name !== 'InvalidStateError') return false;
      this.#noteClosed();
      return true;
    }
  }

  #tryLater(): void {
    const { waits } = this.#patience;
    const wait = waits[Math.min(this.#tries++, waits.length - 1)] ?? 0;
    this.#timer = setTimeout(() => void this.#tryAgain(), wait);
  }

  async #tryAgain(): Promise<void> {
    let db: Raw | null;
    try {
      db = await this.#sameAgain();
    } catch (error) {
      reportCaught(error, 'store/open-again');
      if (this.#hasEnded) return;
      // A newer release has upgraded it meanwhile. It does not open for this one any more (SPEC D7).
      const isNewer = error instanceof EhchError && error.code === 'newer-release';
      if (!isNewer) return this.#tryLater();
      this.#refused = error;
      return this.#become('closed');
    }
    if (this.#hasEnded) return db?.close();
    if (db === null) return this.#become('erased');
    this.#db = db;
    this.#openedAt = Date.now();
    this.#become('open');
  }

  /** `null`: it is gone, or another one has its name. What is not taken is closed, or it would stop other windows. */
  async #sameAgain(): Promise<Raw | null> {
    const db = await this.#openAgain(this.ears());
    let isIt = false;
    try {
      isIt = db !== null && (await this.#isIt(db));
    } finally {
      if (!isIt) db?.close();
    }
    return isIt ? db : null;
  }

  async #isIt(db: Raw): Promise<boolean> {
    return this.#which === '' || (await whichIs(db)) === this.#which;
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#change.happened();
    this.#change = changing();
    for (const tell of this.#listeners) tell();
  }
}

/** How a request ends whose connection is closed. Safari calls it unknown. */
const OF_CLOSING: ReadonlySet<string> = new Set(['InvalidStateError', 'AbortError', 'UnknownError']);

const CLOSED =
  'The browser has closed what this page keeps, and does not open it again. Nothing was written. Keep what was entered on screen.';
const ERASED =
  'What this page kept was erased under it. Nothing was written. Keep what was entered on screen.';

/**
 * What tells a database from another one of the same name: its salt, made with it, and the file of another PC that was
 * taken in, whose rows lie under another key. Empty: it has no salt yet.
 */
async function whichIs(db: Raw): Promise<string> {
  const [salt, taken] = await Promise.all([db.get('meta', 'salt'), db.get('meta', 'taken')]);
  return salt === undefined ? '' : `${base64Url(salt as Bytes)} ${(taken as string | undefined) ?? ''}`;
}

const ENDED = 'This window’s store was closed. Load the page again.';

/** Something that many wait for, each for a time of its own. */
function changing(): { happened(): void; within(ms: number): Promise<void> } {
  const waiting = new Set<() => void>();
  return {
    happened() {
      for (const go of waiting) go();
    },
    within: (ms) =>
      new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, ms);
        waiting.add(go);
      }),
  };
}
