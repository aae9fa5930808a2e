import type { EhchError, ResidentId } from '@ehch/clinical';
import { wrappingIn } from '../../database/meta.ts';
import { isFull, named } from '../../database/transact.ts';
import { LOCAL_SOURCE } from '../../memory/open-memory-store.ts';
import { keptSource, namesOf, type SealedContext } from '../context.ts';
import { evictResident } from './purge.ts';
import { keyIn, openList } from './resident-state.ts';
import { doesNotOpen } from '../does-not-open.ts';

/** How many residents' copies go at once, and how often that is tried. */
const AT_ONCE = 5;
const TRIES = 3;

/**
 * Runs a write of copies. Where the disk is full, the copies of the residents unused for longest go first, and never those
 * of `needed` (SPEC D4).
 */
export async function makingRoom<T>(
  context: SealedContext,
  needed: readonly ResidentId[],
  body: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await body();
    } catch (error) {
      const canEvict = tries < TRIES && isFull((error as EhchError).cause);
      if (!canEvict || (await evictOldest(context, needed)) === 0) throw error;
    }
  }
}

/** Returns how many residents' copies went. */
async function evictOldest(context: SealedContext, needed: readonly ResidentId[]): Promise<number> {
  const { rows, keys, wrapping } = await readAllLists(context);
  // Guard: what no server has would be gone for good.
  const only = await namesOf(context, keptSource(LOCAL_SOURCE)).source();
  let evicted = 0;
  for (const ver of rows.sort((a, b) => a.usedAt - b.usedAt)) {
    const row = keys.get(ver.p);
    if (row?.source === only) continue;
    const key = row && (await keyIn(context, { p: ver.p, key: row, wrapping }));
    const list = key && (await openList(key, ver).catch(doesNotOpen));
    // A list that does not open is for a repair, which says what was lost.
    if (!list || needed.includes(list.resident)) continue;
    await evictResident(context, row.source, ver.p, list.resident);
    if (++evicted === AT_ONCE) break;
  }
  return evicted;
}

async function readAllLists({ db }: SealedContext) {
  try {
    const tx = db.transaction(['meta', 'ver', 'key'], 'readonly');
    const [rows, keys, wrapping] = await Promise.all([
      tx.objectStore('ver').getAll(),
      tx.objectStore('key').getAll(),
      wrappingIn(tx.objectStore('meta')),
    ]);
    return { rows, keys: new Map(keys.map((row) => [row.p, row])), wrapping };
  } catch (error) {
    throw named(error);
  }
}
