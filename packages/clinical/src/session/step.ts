import type { Instant } from '../time/types.ts';

/** When an action happened, and an id that nobody else makes. Whoever dispatches makes both, at the press. */
export interface Stamp {
  readonly at: Instant;
  readonly id: string;
}

/** The session after an action, and what is now to be done in the world, as data. */
export interface Stepped<Session, Effect> {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** One action on a session. Pure: the same session and action give the same result, and nothing is changed in place. */
export type SessionStep<Session, Action, Effect> = (
  session: Session,
  action: Action & Stamp,
) => Stepped<Session, Effect>;
