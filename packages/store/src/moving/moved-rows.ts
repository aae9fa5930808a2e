import type { StoreNames } from 'idb';
import { numberIn, wrappingIn } from '../database/meta.ts';
import type { Database } from '../database/open-database.ts';
import type { Schema } from '../database/schema.ts';
import { read } from '../database/transact.ts';

/** The stores whose rows move to another PC, in one file. Slots and ballast belong to the PC. */
export const MOVED_STORES = [
  'home',
  'member',
  'key',
  'card',
  'pack',
  'delta',
  'ver',
  'outbox',
  'ack',
  'ckpt',
  'draft',
  'look',
  'quar',
  'log',
] as const satisfies readonly StoreNames<Schema>[];
export type MovedStore = (typeof MOVED_STORES)[number];

/** Stores whose key does not stand in the row. */
export const KEYED_APART: readonly MovedStore[] = ['look', 'quar', 'log'];

type MovedRow = readonly [key: IDBValidKey, row: unknown];

/** What of a database moves, as it lies there: each row still sealed. */
export interface MovedRows {
  readonly rows: Readonly<Record<MovedStore, readonly MovedRow[]>>;
  /** The salt of the wrapping key, the settings, and the leader's epoch. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/**
 * All rows at one moment: one transaction. Rows of a source with `keep: session` stay behind, because their key ends with
 * the session (SPEC R7).
 */
export function readMovedRows(db: Database): Promise<MovedRows> {
  return read(db, ['meta', ...MOVED_STORES], async (tx) => {
    const meta = tx.objectStore('meta');
    const [wrapping, epoch, names, values, found] = await Promise.all([
      wrappingIn(meta),
      numberIn(meta, 'epoch'),
      meta.getAllKeys(),
      meta.getAll(),
      Promise.all(
        MOVED_STORES.map(async (name) => {
          const store = tx.objectStore(name);
          const [keys, rows] = await Promise.all([
            store.getAllKeys() as Promise<IDBValidKey[]>,
            store.getAll(),
          ]);
          return [name, keys.map((key, i): MovedRow => [key, rows[i]])] as const;
        }),
      ),
    ]);
    const settings = names.flatMap((name, i) => (name.startsWith('setting:') ? [[name, values[i]]] : []));
    const rows = Object.fromEntries(found) as unknown as MovedRows['rows'];
    return { rows: withoutSession(rows), meta: { wrapping, epoch, ...Object.fromEntries(settings) } };
  });
}

function withoutSession(rows: MovedRows['rows']): MovedRows['rows'] {
  const ends = ([, row]: MovedRow) => (row as { kept?: unknown }).kept === 'session';
  const residents = new Set(rows.key.filter(ends).map(([key]) => key));
  const stays = (each: MovedRow) => !ends(each) && !residents.has((each[1] as { p?: string }).p ?? '');
  return Object.fromEntries(
    Object.entries(rows).map(([name, all]) => [name, all.filter(stays)]),
  ) as unknown as MovedRows['rows'];
}

/** How many rows of each kind a file has. */
export type MovedCounts = Readonly<Record<MovedStore, number>>;

export function countMoved(rows: MovedRows['rows']): MovedCounts {
  return Object.fromEntries(MOVED_STORES.map((name) => [name, rows[name].length])) as Record<
    MovedStore,
    number
  >;
}
