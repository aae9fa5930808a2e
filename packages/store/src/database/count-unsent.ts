import { openDB } from 'idb';
import { countsOf } from '../outbox/counts.ts';
import type { OutboxCounts } from '../outbox/outbox.ts';
import type { OutboxRow } from './schema.ts';

/**
 * How many entries wait in a database that cannot be opened, as one of a newer release (SPEC D7). It reads plain columns
 * alone, writes nothing, and makes no database.
 */
export async function countUnsent(name: string): Promise<OutboxCounts> {
  if (!(await isThere(name))) return countsOf(0, []);
  const db = await openDB(name);
  try {
    const rows = db.objectStoreNames.contains('outbox') ? ((await db.getAll('outbox')) as OutboxRow[]) : [];
    const accepted = db.objectStoreNames.contains('ack') ? await db.count('ack') : 0;
    return countsOf(accepted, rows);
  } finally {
    db.close();
  }
}

async function isThere(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((each) => each.name === name);
}
