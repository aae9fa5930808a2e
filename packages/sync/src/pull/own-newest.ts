import type { ResidentId } from '@ehch/clinical';
import { typeOfKey } from '@ehch/store';
import { FEEDS } from '../steps/queries.ts';
import { checkpointOf, type PullContext } from './pull-context.ts';
import { isAfter, newestOf } from './server-times.ts';

/**
 * The newest time of each kind that is held, where it lies behind every high water of the kind: a copy that no pull has
 * brought, but the answer to a write of ours. A server that was set back before the next pull would otherwise be found out
 * by nothing (SPEC L7).
 */
export async function ownNewestOf(
  context: PullContext,
  members: readonly ResidentId[],
): Promise<ReadonlyMap<string, string>> {
  const newest = new Map<string, string>();
  for (const resident of members)
    for (const [key, { updated, isDeleted }] of await context.copies.versions(resident)) {
      const kind = typeOfKey(key);
      if (updated !== null && !isDeleted && isAfter(updated, newest.get(kind) ?? null))
        newest.set(kind, updated);
    }
  for (const feed of FEEDS) {
    const { highWater, reached = null } = await checkpointOf(context, feed);
    const own = newest.get(feed.kind);
    if (own !== undefined && !isAfter(own, newestOf([highWater, reached]))) newest.delete(feed.kind);
  }
  return newest;
}
