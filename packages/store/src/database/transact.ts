import { EhchError } from '@ehch/clinical';
import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

export type Writing<Names extends StoreNames<Schema>> = IDBPTransaction<Schema, Names[], 'readwrite'>;

export type Reading = IDBPTransaction<Schema, StoreNames<Schema>[]>;

/** How a write is kept: `strict` outlives a power cut, `relaxed` is for what the server has too (SPEC D1). */
export type Durability = 'strict' | 'relaxed';

/**
 * One write transaction: all of `body`, or nothing. `body` asks the database only, because anything else would end the
 * transaction (SPEC D3).
 *
 * @throws {EhchError} `not-kept` if the disk is full, `overtaken` if this window's connection was closed for another,
 *   `timeout` if the browser closed it meanwhile: then nobody knows whether it was written
 */
export async function write<Names extends StoreNames<Schema>, T>(
  db: Database,
  names: readonly Names[],
  durability: Durability,
  body: (tx: Writing<Names>) => Promise<T>,
): Promise<T> {
  try {
    const { tx } = await db.begin(names, { durability });
    try {
      const result = await body(tx);
      await tx.done;
      return result;
    } catch (error) {
      // The reason of an abort is in `tx.error`, and `done` rejects with it. It must not be reported twice.
      const aborted = tx.done.catch((reason: unknown) => reason);
      abort(tx);
      if (db.isCutOff(error)) throw new EhchError('timeout', CUT_OFF, { cause: error });
      throw isFull(error) ? error : ((await fullReason(aborted)) ?? error);
    }
  } catch (error) {
    throw named(error);
  }
}

const CUT_OFF =
  'The browser closed what this page keeps while this was written. Nobody knows whether it was. Try it again.';

/** Whether a write ended with its connection (SPEC D9). Who can tell whether it was written may write again. */
export function isCutOff(error: unknown): boolean {
  return error instanceof EhchError && error.code === 'timeout';
}

/** Rows of one moment. @throws {EhchError} as {@link write} */
export async function read<T>(
  db: Database,
  names: readonly StoreNames<Schema>[],
  body: (tx: Reading) => Promise<T>,
): Promise<T> {
  try {
    return await db.read(names, body);
  } catch (error) {
    throw named(error);
  }
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // It has ended already, by the error that is on its way to the caller.
    if ((error as { name?: unknown }).name !== 'InvalidStateError') throw error;
  }
}

async function fullReason(aborted: Promise<unknown>): Promise<unknown> {
  const reason = await aborted;
  return isFull(reason) ? reason : null;
}

export function isFull(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError';
}

function nameOf(error: unknown): unknown {
  return (error as { name?: unknown } | null | undefined)?.name;
}

/** A database error in our words. Other errors stay what they are. */
export function named(error: unknown): unknown {
  if (error instanceof EhchError) return error;
  if (isFull(error)) {
    return new EhchError('not-kept', 'The disk is full, so nothing was written.', { cause: error });
  }
  if (nameOf(error) === 'InvalidStateError') {
    return new EhchError('overtaken', 'This window’s store was closed. Load the page again.', {
      cause: error,
    });
  }
  return error;
}
