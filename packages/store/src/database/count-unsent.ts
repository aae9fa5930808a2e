import { openDB } from 'idb';
import { countsOf } from '../outbox/counts.ts';
import type { OutboxCounts } from '../outbox/outbox.ts';
import type { OutboxRow } from './schema.ts';

/**
 * How many entries wait in a database that cannot be opened, as one of a newer release (SPEC D7). It reads plain columns
 * alone, writes nothing, and makes no database.
 */
export async function countUnsent(name: string): Promise<OutboxCounts> {
  const isThere = (await indexedDB.databases()).some((each) => each.name === name);
  if (!isThere) return countsOf([]);
  const db = await openDB(name);
  try {
    const rows = db.objectStoreNames.contains('outbox') ? ((await db.getAll('outbox')) as OutboxRow[]) : [];
    return countsOf(rows);
  } finally {
    db.close();
  }
}
