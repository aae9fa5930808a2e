import type { CannotScore } from '../state.ts';

/** Why there are no values. */
export type Unscored = CannotScore | 'waiting';

/**
 * Ends an evaluation. Never leaves this folder. It is no `Error`: nobody reads where it was thrown, and to record that
 * takes longer than the evaluation that it ends.
 */
export class Stop {
  readonly why: Unscored;

  constructor(why: Unscored) {
    this.why = why;
  }
}

export function stop(why: Unscored = 'not-one-value'): never {
  throw new Stop(why);
}
