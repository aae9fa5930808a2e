import type { ItemKey } from './answer.ts';
import type { FormState } from './state.ts';

/** How far a form is. Counts the questions that are shown and can be answered. */
export interface Progress {
  /** With a value. */
  readonly answered: number;
  /** "Not assessed because …": not in `answered`. */
  readonly notAssessed: number;
  /** All of them. */
  readonly asked: number;
}

/** How far the form is, or the part of it under one item. */
export function progressOf(_state: FormState, _withinKey?: ItemKey): Progress {
  return { answered: 0, notAssessed: 0, asked: 0 };
}

/** The required questions that are shown and have no answer at all. Asked for when a form is finished, not before. */
export function requiredMissing(_state: FormState): readonly ItemKey[] {
  return [];
}
