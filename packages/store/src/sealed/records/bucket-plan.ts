import type { Bucket } from '../../database/schema.ts';

/** How the changes of one bucket are written. */
export type BucketPlan = 'rewrite' | 'append';

export const PACK_SIZE = 128;
const MAX_DELTAS = 32;
/** From here on a pack with many deltas is written anew. A few deltas are never worth it. */
const SOME_DELTAS = 8;
const MAX_SHARE = 0.25;
/** Small packs come from pages that bring few rows of each resident. */
const MAX_SMALL_PACKS = 8;

/** The bucket after rows were added: `changed` rows lie in a pack already, `added` ones are new. */
export function planBucket(bucket: Bucket, changed: number, added: number): BucketPlan {
  const deltas = bucket.deltas + changed + (isPack(added) ? 0 : added);
  const packed = bucket.packs.reduce((sum, [, count]) => sum + count, 0);
  const small = bucket.packs.filter(([, count]) => count < PACK_SIZE).length;
  const isTooMany = deltas > MAX_DELTAS || (deltas > SOME_DELTAS && deltas > packed * MAX_SHARE);
  return isTooMany || small >= MAX_SMALL_PACKS ? 'rewrite' : 'append';
}

/** What arrives in bulk becomes a pack (SPEC R4): IndexedDB costs by the row, not by the byte. */
export const isPack = (added: number): boolean => added > 1;

export const nextPack = ({ packs }: Bucket): number => Math.max(-1, ...packs.map(([n]) => n)) + 1;
