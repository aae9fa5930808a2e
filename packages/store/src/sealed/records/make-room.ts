import type { EhchError } from '@ehch/clinical';
import { wrappingIn } from '../../database/meta.ts';
import { under } from '../../database/ranges.ts';
import type { VerRow } from '../../database/schema.ts';
import { isFull, read, write } from '../../database/transact.ts';
import { giveUpBallast, layBallast } from '../ballast.ts';
import type { SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';
import { evictResident } from './purge.ts';
import { keyIn, openList } from './resident-state.ts';

/** How many residents' copies go at once, and how often that is tried for other copies. */
const AT_ONCE = 5;
const TRIES = 3;

/**
 * Runs a write of copies. Where the disk is full, the copies of the residents unused for longest go first, and never those
 * of `needed` (SPEC D4).
 *
 * @param needed the blinded names of the residents whose copies must stay
 */
export async function makingRoom<T>(
  context: SealedContext,
  needed: readonly string[],
  body: () => Promise<T>,
  tries = TRIES,
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await body();
    } catch (error) {
      if (!isOfFullDisk(error) || left === 0 || !(await freeOldest(context, needed))) throw error;
    }
  }
}

/**
 * Runs a write of what people did. Where the disk is full, the ballast goes, and then as many copies as it takes. Afterwards
 * copies go until the ballast lies there again, so that the next press finds it (SPEC D4).
 *
 * @throws {EhchError} `not-kept` if there is no room even then
 */
export async function keepingWork<T>(context: SealedContext, body: () => Promise<T>): Promise<T> {
  const { room } = context;
  try {
    const done = await body();
    room.isFull = false;
    return done;
  } catch (error) {
    if (!isOfFullDisk(error)) throw error;
    // Until it is known to be otherwise, nobody is told that what they write is kept.
    room.isFull = true;
  }
  await giveUpBallast(context.db);
  const done = await makingRoom(context, [], body, Infinity);
  room.isFull = false;
  while (!(await layBallast(context.db)) && (await freeOldest(context, [])));
  return done;
}

function isOfFullDisk(error: unknown): boolean {
  return isFull((error as EhchError | null)?.cause);
}

/**
 * Frees the room of the oldest copies. A browser refuses every transaction that writes on a full disk, so the copies go
 * first, in one that only deletes. Their list of versions stays until the checkpoints are written: after a crash in between
 * the copies that are missing count as damaged (SPEC D5). Returns whether anything went.
 */
async function freeOldest(context: SealedContext, needed: readonly string[]): Promise<boolean> {
  // Guard: what no server has would be gone for good (SPEC R10). It holds while locked as well, when no source has a name.
  if (context.isOnlyCopy) return false;
  const oldest = (await listsWithCopies(context)).filter(({ p }) => !needed.includes(p)).slice(0, AT_ONCE);
  if (oldest.length === 0) return false;
  await write(context.db, ['pack', 'delta'], 'relaxed', async (tx) => {
    await Promise.all(
      oldest.flatMap(({ p }) => [
        tx.objectStore('pack').delete(under(p)),
        tx.objectStore('delta').delete(under(p)),
      ]),
    );
  });
  for (const ver of oldest) await leaveCheckpoints(context, ver);
  return true;
}

/** The lists of versions of those who have copies, unused for longest first. */
function listsWithCopies({ db }: SealedContext): Promise<readonly VerRow[]> {
  return read(db, ['ver', 'pack', 'delta'], async (tx) => {
    const [rows, packs, deltas] = await Promise.all([
      tx.objectStore('ver').getAll(),
      tx.objectStore('pack').getAllKeys(),
      tx.objectStore('delta').getAllKeys(),
    ]);
    const withCopies = new Set([...packs, ...deltas].map(([p]) => p));
    return rows.filter(({ p }) => withCopies.has(p)).sort((a, b) => a.usedAt - b.usedAt);
  });
}

/** Takes a resident whose copies went out of the checkpoints. While locked, or with too little room, a repair does it later. */
async function leaveCheckpoints(context: SealedContext, ver: VerRow): Promise<void> {
  if (context.keys.isLocked) return;
  try {
    const [row, wrapping] = await read(context.db, ['meta', 'key'], (tx) =>
      Promise.all([tx.objectStore('key').get(ver.p), wrappingIn(tx.objectStore('meta'))]),
    );
    const key = row && (await keyIn(context, { p: ver.p, key: row, wrapping }));
    const list = key && (await openList(key, ver).catch(doesNotOpen));
    // A list that does not open is for a repair, which says what was lost.
    if (list) await evictResident(context, row.source, ver.p, list.resident);
  } catch (error) {
    if (!isOfFullDisk(error)) throw error;
  }
}
