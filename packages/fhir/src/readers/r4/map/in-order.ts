import type { Recorded } from '@ehch/clinical';
import { byNewest } from '../fact.ts';

/** Newest first; of one day by their id, so that the order of a server's answer decides nothing. */
export function inOrder(a: Recorded, b: Recorded): number {
  return byNewest(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
