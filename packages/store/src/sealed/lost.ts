import type { Database } from '../database/open-database.ts';
import { newWrapping } from '../database/meta.ts';
import type { OutboxRow, QuarantineRow } from '../database/schema.ts';
import { write } from '../database/transact.ts';
import { countsOf } from '../outbox/counts.ts';
import type { OutboxCounts } from '../outbox/outbox.ts';

/** What people did that cannot be read any more: its key ended with the last window, or a draft was damaged. */
export interface Lost extends OutboxCounts {
  readonly drafts: number;
}

const CACHED = [
  'home',
  'member',
  'key',
  'card',
  'pack',
  'delta',
  'ver',
  'ckpt',
  'look',
  'log',
  'ack',
] as const;

/**
 * Begins a new session in memory mode: nothing that lies here can be read any more. Copies go. What was not sent is put
 * aside and counted, so that it is never lost in silence.
 */
export async function discardOldSession(db: Database, at: string): Promise<void> {
  await write(db, [...CACHED, 'outbox', 'draft', 'quar', 'meta'], 'strict', async (tx) => {
    const [outbox, drafts] = [tx.objectStore('outbox'), tx.objectStore('draft')];
    const aside = (store: string) => (row: unknown) =>
      tx.objectStore('quar').add({ store, reason: 'key-lost', at, row } satisfies QuarantineRow);
    const [entries, kept] = await Promise.all([outbox.getAll(), drafts.getAll()]);
    await Promise.all([
      ...entries.map(aside('outbox')),
      ...kept.map(aside('draft')),
      ...[...CACHED, 'outbox' as const, 'draft' as const].map((name) => tx.objectStore(name).clear()),
      tx.objectStore('meta').put(newWrapping(1), 'wrapping'),
    ]);
  });
}

/** Counts from plain columns what was put aside. It stays until {@link forgetLost}. */
export async function countLost(db: Database): Promise<Lost> {
  const lost = (await db.getAll('quar')).filter(isLost);
  const entries = lost.filter(({ store }) => store === 'outbox').map(({ row }) => row as OutboxRow);
  return { ...countsOf(entries), drafts: lost.length - entries.length };
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
