import type { Author } from '@ehch/clinical';
import type { TemplateResult } from 'lit';
import { PartSource } from '../internal/part-source.ts';
import type { CopyPress } from './care-plan-press.ts';
import type { PreparedCopy } from './copies/copy-stops.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Copies of a plan in plain English, for the resident or for a contact. */
export interface PlanCopies {
  /** The copy after a press; `null`: no copy is made. */
  after(copy: PreparedCopy | null, action: CopyPress): PreparedCopy | null;
  /** Gets a copy ready: for whom, and what goes on it. */
  renderChooser(copy: PreparedCopy, around: PlanSurroundings): TemplateResult;
  /** Whether nothing stands in the way of this copy. */
  isReady(copy: PreparedCopy, around: PlanSurroundings): boolean;
  /** Prints the copy of whoever is on screen, and only what may be on it. */
  print(place: ParentNode & Node, copy: PreparedCopy, around: PlanSurroundings, author: Author | null): void;
}

/** Fetched after the first paint where the source allows a copy, so that one can be printed without a network. */
export const copiesSource = new PartSource<PlanCopies>(() =>
  import('./copies/index.ts').then(({ copies }) => copies),
);
