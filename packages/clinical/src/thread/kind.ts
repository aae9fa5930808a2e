import type { ThreadSide, ThreadUrgency } from './entry.ts';

/** The kinds of thread. Each has a folder in `kinds/`. */
export type KindName = 'worry' | 'medicine-query' | 'referral' | 'action' | 'round-item';

/** A main outcome of an answer. */
export interface Outcome {
  readonly id: string;
  /** As a person chooses it: "Somebody will visit". */
  readonly words: string;
  /** Whether the answer has to say by when. */
  readonly isPromise: boolean;
  /** Whoever reads it has to ring 999 or 111 now. The person who answered has not calmed anything (SPEC P10). */
  readonly asksToRing?: true;
}

/** What differs between kinds of thread. Everything else is the same machine. */
export interface ThreadKind {
  readonly kind: KindName;
  /** "Worry". */
  readonly title: string;
  /** The sides that can raise it. The other side answers. */
  readonly raisedBy: readonly ThreadSide[];
  /** The urgency without a choice. */
  readonly urgency: ThreadUrgency;
  readonly outcomes: readonly Outcome[];
  /** Two of these about one resident within so many hours are offered for joining. */
  readonly joinWithinHours: number;
  /** Whether the screen says whom to ring until somebody has seen it. */
  readonly ringsUntilSeen: boolean;
}
