import type { CannotScore } from '../state.ts';

/** Why there are no values. */
export type Unscored = CannotScore | 'waiting';

/** Ends an evaluation. Never leaves this folder. */
export class Stop extends Error {
  readonly why: Unscored;

  constructor(why: Unscored) {
    super(why);
    this.why = why;
  }
}

export function stop(why: Unscored = 'not-one-value'): never {
  throw new Stop(why);
}
