import type { Author } from '@ehch/clinical';
import { printAlone } from '../internal/print-alone.ts';
import { copyStop } from './copy-stops.ts';
import type { PreparedCopy } from './copy-stops.ts';
import { copyStyles } from './copy.styles.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';
import { contactOf, renderCopy } from './render-copy.ts';

/** Prints the copy of whoever is on screen, and only what may be on it. */
export function printCopy(
  place: ParentNode & Node,
  copy: PreparedCopy | null,
  around: PlanSurroundings,
  author: Author | null,
): void {
  if (copy === null || !around.mayGiveToFamily) return;
  if (copyStop(copy, contactOf(copy, around)) !== null) return;
  printAlone(place, 'Plan', renderCopy(copy, around, author), [copyStyles]);
}
