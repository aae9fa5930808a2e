import { EhchError } from '@ehch/clinical';
import type { Database } from '../database/open-database.ts';
import { write } from '../database/transact.ts';
import { randomBytes, type Bytes } from '../keys/bytes.ts';
import { slotName } from './people.ts';

/**
 * What a window needs to ask for a person's passkey (SPEC K8). None of it is secret: the passkey's own secret never leaves the
 * device that keeps it, and the database has only what that secret is derived with.
 */
export interface PasskeyRow {
  /** The id of the passkey. `null`: this person has made none for this database. */
  readonly credential: Bytes | null;
  /** What the passkey derives the secret from. Another salt would give another secret. */
  readonly salt: Bytes;
  /** By which the keeper of passkeys tells people apart. It is random, so that it names nobody. */
  readonly handle: Bytes;
}

/** The row of a person, made at the first call. */
export async function passkeyRow(db: Database, sub: string): Promise<PasskeyRow> {
  const key = await keyOf(db, sub);
  const made: PasskeyRow = { credential: null, salt: randomBytes(32), handle: randomBytes(32) };
  return write(db, ['meta'], 'strict', async (tx) => {
    const meta = tx.objectStore('meta');
    const known = (await meta.get(key)) as PasskeyRow | undefined;
    if (known === undefined) await meta.put(made, key);
    return known ?? made;
  });
}

/**
 * Remembers which passkey is this person's. Another one would derive another secret, and open nothing.
 *
 * @throws {EhchError} `busy` if there is one already
 */
export async function keepPasskey(db: Database, sub: string, credential: Bytes): Promise<void> {
  const key = await keyOf(db, sub);
  await passkeyRow(db, sub);
  await write(db, ['meta'], 'strict', async (tx) => {
    const meta = tx.objectStore('meta');
    const row = (await meta.get(key)) as PasskeyRow;
    // Guard: of two windows that make a passkey at once, one would lock the person out for good.
    if (row.credential !== null)
      throw new EhchError('busy', 'Another window has just made a passkey for you. Open with that one.');
    await meta.put({ ...row, credential } satisfies PasskeyRow, key);
  });
}

async function keyOf(db: Database, sub: string): Promise<string> {
  return `passkey:${await slotName((await db.get('meta', 'salt')) as Bytes, sub)}`;
}
