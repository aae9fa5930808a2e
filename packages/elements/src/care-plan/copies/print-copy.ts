import type { Author } from '@ehch/clinical';
import { printAlone } from '../../internal/print-alone.ts';
import { copyStop } from './copy-stops.ts';
import type { PreparedCopy } from './copy-stops.ts';
import { copyStyles } from './copy.styles.ts';
import type { PlanSurroundings } from '../plan-surroundings.ts';
import { contactOf, copyToCompare, renderCopy } from './render-copy.ts';

/** Whether nothing stands in the way of this copy. */
export function isReady(copy: PreparedCopy, around: PlanSurroundings): boolean {
  return (
    around.mayGiveToFamily && copyStop(copy, contactOf(copy, around), copyToCompare(copy, around)) === null
  );
}

/** Prints the copy of whoever is on screen, and only what may be on it. */
export function printCopy(
  place: ParentNode & Node,
  copy: PreparedCopy,
  around: PlanSurroundings,
  author: Author | null,
): void {
  printAlone(place, 'Plan', renderCopy(copy, around, author), [copyStyles]);
}
