import { AsyncLocalStorage } from 'node:async_hooks';
import { forceCloseDatabase } from 'fake-indexeddb';

// The browser that closes a database under an open page.

const transaction = IDBDatabase.prototype.transaction;
const open = IDBFactory.prototype.open;

/** Closes databases, refuses to open them, and cuts writes off. It knows a database once a transaction of it has begun. */
export function closingBrowser() {
  const known = new Map<string, Set<IDBDatabase>>();
  let cut: { readonly name: string; readonly when: 'before' | 'after' } | null = null;
  const permitted = new AsyncLocalStorage<true>();

  // Its types ask for the class, and it takes a database.
  const close = (db: IDBDatabase) =>
    forceCloseDatabase(db as unknown as Parameters<typeof forceCloseDatabase>[0]);

  IDBDatabase.prototype.transaction = function known_(...args) {
    const tx = transaction.apply(this, args);
    known.set(this.name, (known.get(this.name) ?? new Set()).add(this));
    if (cut?.name === this.name && args[1] === 'readwrite') cutOff(this, tx, cut.when);
    return tx;
  };

  /** A real browser ends the transactions of what it closes. `after`: the answer was lost, and not the write. */
  function cutOff(db: IDBDatabase, tx: IDBTransaction, when: 'before' | 'after') {
    cut = null;
    if (when === 'before') {
      close(db);
      queueMicrotask(() => tx.abort());
      return;
    }
    tx.addEventListener('complete', (event) => {
      event.stopImmediatePropagation();
      close(db);
      // Of the double's own events this one can be made by its name.
      tx.dispatchEvent(new IDBVersionChangeEvent('abort'));
    });
  }

  return {
    /** In every window. */
    close(name: string) {
      const all = known.get(name);
      if (all === undefined) throw new Error('Nothing was done in it.');
      for (const db of all) close(db);
    },
    /** The next write is cut off. */
    cutOff(name: string, when: 'before' | 'after') {
      cut = { name, when };
    },
    /** From here on nothing opens, or nothing of one name; but by {@link openAnyway}. */
    refuse(only?: string) {
      IDBFactory.prototype.open = function refuse(...args) {
        if (permitted.getStore() || (only !== undefined && args[0] !== only)) return open.apply(this, args);
        throw new DOMException('The storage is broken.', 'UnknownError');
      };
    },
    openAnyway: <T>(body: () => Promise<T>): Promise<T> => permitted.run(true, body),
    mend() {
      IDBFactory.prototype.open = open;
    },
  };
}
