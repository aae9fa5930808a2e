import { wrap, type IDBPDatabase } from 'idb';
import type { OutboxRow, Schema } from '../database/schema.ts';
import { countsOf } from '../outbox/counts.ts';
import type { OutboxCounts } from '../outbox/outbox.ts';
import { countLost, type Lost } from './lost.ts';

/** What a database says without a key. */
export interface FoundDatabase {
  /** Where its root key comes from. `null`: nothing was ever kept in it. */
  readonly mode: 'memory' | 'device' | null;
  /** Whether somebody's passphrase or secret opens it. Before that, nothing can lie in it. */
  readonly hasPeople: boolean;
  readonly unsent: OutboxCounts;
  readonly drafts: number;
  /** What was put aside, because nobody can read it any more. */
  readonly lost: Lost;
}

/**
 * Looks into a database without opening it for work. It reads plain columns alone, writes nothing, and makes no database.
 * `null`: there is none.
 */
export async function lookInto(name: string): Promise<FoundDatabase | null> {
  const db = await openIfThere(name);
  if (db === null) return null;
  try {
    const has = (store: 'meta' | 'slot' | 'outbox' | 'draft' | 'quar') => db.objectStoreNames.contains(store);
    const mode: unknown = has('meta') ? await db.get('meta', 'mode') : null;
    const rows: readonly OutboxRow[] = has('outbox') ? await db.getAll('outbox') : [];
    return {
      mode: mode === 'memory' || mode === 'device' ? mode : null,
      hasPeople: has('slot') && (await db.count('slot')) > 0,
      unsent: countsOf(rows),
      drafts: has('draft') ? await db.count('draft') : 0,
      lost: has('quar') ? await countLost(db) : { ...countsOf([]), drafts: 0 },
    };
  } finally {
    db.close();
  }
}

/** Older browsers list no databases, so a database that would be made now is given up again. */
function openIfThere(name: string): Promise<IDBPDatabase<Schema> | null> {
  return new Promise((resolve, reject) => {
    // Without a version, so that one of a newer release opens as well (SPEC D7).
    const asked = indexedDB.open(name);
    let isNew = false;
    asked.onupgradeneeded = () => {
      isNew = true;
      asked.transaction?.abort();
    };
    asked.onsuccess = () => resolve(wrap(asked.result) as IDBPDatabase<Schema>);
    asked.onerror = () => {
      if (isNew) resolve(null);
      else reject(asked.error ?? new Error('The database does not open.'));
    };
  });
}
