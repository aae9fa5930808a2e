import type { Database } from '../database/open-database.ts';
import { write } from '../database/transact.ts';
import { randomBytes } from '../keys/bytes.ts';

const CHUNKS = 32;
/** WebCrypto gives no more random bytes at once. */
const CHUNK = 65_536;

/**
 * Two megabytes that people's work may take when the disk is full (SPEC D4). Random, because zeros would be compressed to
 * nothing and make no room. Returns whether it lies there.
 */
export async function layBallast(db: Database): Promise<boolean> {
  if ((await db.count('ballast')) > 0) return true;
  try {
    await write(db, ['ballast'], 'relaxed', async (tx) => {
      await Promise.all(
        Array.from({ length: CHUNKS }, (_, i) => tx.objectStore('ballast').put(randomBytes(CHUNK), i)),
      );
    });
    return true;
  } catch (error) {
    // A full disk has no room for it now. The next start tries again.
    if ((error as { code?: unknown }).code !== 'not-kept') throw error;
    return false;
  }
}

/**
 * Gives the two megabytes back, in a transaction that writes nothing: a browser refuses one that writes on a full disk,
 * whatever it deletes as well.
 */
export async function giveUpBallast(db: Database): Promise<void> {
  await write(db, ['ballast'], 'strict', (tx) => tx.objectStore('ballast').clear());
}
