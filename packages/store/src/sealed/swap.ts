import { EhchError } from '@ehch/clinical';
import type { StoreNames } from 'idb';
import { addOne, fence, numberIn } from '../database/meta.ts';
import type { Schema } from '../database/schema.ts';
import { read, write, type Durability, type Reading, type Writing } from '../database/transact.ts';
import type { SealedContext } from './context.ts';

/** The stores of the cached copies. */
const RECORD_STORES = ['meta', 'home', 'member', 'key', 'card', 'pack', 'delta', 'ver', 'ckpt'] as const;
export type RecordWriting = Writing<StoreNames<Schema>>;

interface Swap<Before, After> {
  /** The leader's epoch, or `null` where a person decides. */
  readonly epoch: number | null;
  readonly durability: Durability;
  /** Stores beside those of the cached copies. */
  readonly also?: readonly StoreNames<Schema>[];
  readonly read: (tx: Reading) => Promise<Before>;
  /** Works with keys, so outside any transaction. `null`: there is nothing to write. */
  readonly prepare: (before: Before) => Promise<After | null>;
  readonly write: (tx: RecordWriting, after: After) => Promise<void>;
}

const MOVED = Symbol('moved');
const TRIES = 25;

/**
 * Reads, prepares and writes; and begins again where another window wrote in between (SPEC D3, R4). WebCrypto cannot run
 * inside a transaction, so compare-and-swap is the only safe form.
 *
 * @returns what was prepared, once it is written
 * @throws {EhchError} `overtaken`, `not-kept`, `locked`
 */
export function swap<Before, After>(
  context: SealedContext,
  body: Swap<Before, After>,
): Promise<After | null> {
  const stores = [...RECORD_STORES, ...(body.also ?? [])];
  return context.serially(async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const { generation, before } = await readAll(context, stores, body);
      const after = await body.prepare(before);
      if (after === null) return null;
      const done = await write(context.db, stores, body.durability, async (tx) => {
        const meta = tx.objectStore('meta');
        const isMoved = (await numberIn(meta, 'generation')) !== generation;
        if (isMoved && context.guards.generation) return MOVED;
        await fence(meta, body.epoch);
        await Promise.all([body.write(tx, after), addOne(meta, 'generation')]);
        return null;
      });
      if (done !== MOVED) return after;
    }
    throw new EhchError('busy', 'Other windows write all the time. Try again.');
  });
}

function readAll<Before>(
  { db }: SealedContext,
  stores: StoreNames<Schema>[],
  body: Pick<Swap<Before, never>, 'epoch' | 'read'>,
): Promise<{ readonly generation: number; readonly before: Before }> {
  return read(db, stores, async (tx) => {
    const meta = tx.objectStore('meta');
    await fence(meta, body.epoch);
    const [generation, before] = await Promise.all([numberIn(meta, 'generation'), body.read(tx)]);
    return { generation, before };
  });
}
