import type { Author } from '../recorded.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { Instant } from '../time/types.ts';
import type { Answers, ItemKey } from './answer.ts';

/**
 * What a person is filling in. Immutable; it belongs to the form that is open, and new data never overwrites it. It is
 * plain JSON.
 */
export interface Draft {
  readonly id: string;
  readonly resident: ResidentId;
  readonly form: { readonly id: string; readonly version: string };
  readonly answers: Answers;
  /** The rows of each repeating group, in order. A key that is absent has one row, "1". Row names are never used again. */
  readonly rows: Readonly<Record<ItemKey, readonly string[]>>;
  /** What was decided about each candidate problem that a rule raised. */
  readonly decisions: Readonly<Record<string, ProblemDecision>>;
  /** When the person was seen. Scores carry it; it is not when something was typed. */
  readonly assessedAt: Instant;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
}

/** A candidate problem is never added by itself: a person accepts, edits or dismisses it, and says why. */
export type ProblemDecision =
  | { readonly state: 'accepted'; readonly problem: string; readonly at: Instant; readonly by: Author | null }
  | {
      readonly state: 'dismissed';
      readonly reason: string;
      readonly at: Instant;
      readonly by: Author | null;
    };
