import type { IDBPDatabase } from 'idb';
import type { Database } from '../database/open-database.ts';
import { newWrapping } from '../database/meta.ts';
import type { OutboxRow, QuarantineRow, Schema } from '../database/schema.ts';
import { write } from '../database/transact.ts';
import { countsOf } from '../outbox/counts.ts';
import { LOCAL_SOURCE } from '../memory/open-memory-store.ts';
import type { OutboxCounts } from '../outbox/outbox.ts';
import type { SourceTerms } from '../records/record-store.ts';

/**
 * What people did that cannot be read any more: its key ended with the last window, or a draft was damaged. `accepted`: work
 * of a home without a server, which nobody else had.
 */
export interface Lost extends OutboxCounts {
  readonly drafts: number;
}

const CACHED = ['home', 'member', 'key', 'card', 'pack', 'delta', 'ver', 'ckpt', 'look', 'log'] as const;

/**
 * Begins a new session in memory mode: nothing that lies here can be read any more. Copies go. What was not sent is put
 * aside and counted, so that it is never lost in silence. Without a server that is everything that people did.
 */
export async function discardOldSession(db: Database, at: string, { id }: SourceTerms): Promise<void> {
  await write(db, [...CACHED, 'outbox', 'draft', 'ack', 'quar', 'meta'], 'strict', async (tx) => {
    const [outbox, drafts, ack] = [tx.objectStore('outbox'), tx.objectStore('draft'), tx.objectStore('ack')];
    const aside = (store: string) => (row: unknown) =>
      tx.objectStore('quar').add({ store, reason: 'key-lost', at, row } satisfies QuarantineRow);
    const [entries, kept, accepted] = await Promise.all([
      outbox.getAll(),
      drafts.getAll(),
      id === LOCAL_SOURCE.id ? ack.getAll() : [],
    ]);
    await Promise.all([
      ...entries.map(aside('outbox')),
      ...kept.map(aside('draft')),
      ...accepted.map(aside('ack')),
      ...[...CACHED, 'outbox' as const, 'draft' as const, 'ack' as const].map((name) =>
        tx.objectStore(name).clear(),
      ),
      tx.objectStore('meta').put(newWrapping(1), 'wrapping'),
    ]);
  });
}

/** Counts from plain columns what was put aside. It stays until {@link forgetLost}. */
export async function countLost(db: Pick<IDBPDatabase<Schema>, 'getAll'>): Promise<Lost> {
  const lost = (await db.getAll('quar')).filter(isLost);
  const entries = lost.filter(({ store }) => store === 'outbox').map(({ row }) => row as OutboxRow);
  const accepted = lost.filter(({ store }) => store === 'ack').length;
  return { ...countsOf(accepted, entries), drafts: lost.length - entries.length - accepted };
}

/** Work of people. Copies of the server that were put aside come again. */
function isLost(row: QuarantineRow | undefined): boolean {
  return row !== undefined && (row.reason === 'key-lost' || row.store === 'draft');
}

/** A person has been told. */
export async function forgetLost(db: Database): Promise<void> {
  await write(db, ['quar'], 'strict', async (tx) => {
    const quar = tx.objectStore('quar');
    const [keys, rows] = await Promise.all([quar.getAllKeys(), quar.getAll()]);
    await Promise.all(keys.filter((_, i) => isLost(rows[i])).map((key) => quar.delete(key)));
  });
}
