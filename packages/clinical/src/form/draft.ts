import type { Author } from '../recorded.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { Instant } from '../time/types.ts';
import type { Answer, Answers, ItemKey } from './answer.ts';

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
  /** The highest row that was ever made, where rows were taken away. Absent: the highest one in `rows`. */
  readonly made?: Readonly<Record<ItemKey, number>>;
  /** Answers that the version of the form now open has no place for. Kept, shown, and neither counted nor sent. */
  readonly setAside?: readonly SetAside[];
  /** What people said otherwise when their drafts were put together, and nobody has settled yet. */
  readonly disputed?: Disputed;
  /** What was decided about each candidate problem that a rule raised. */
  readonly decisions: Readonly<Record<string, ProblemDecision>>;
  /** When the person was seen. Scores carry it; it is not when something was typed. */
  readonly assessedAt: Instant;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
}

/**
 * What two or more people said, of which nothing was chosen; `null`: one of them took it back. The draft has no answer there,
 * and any answer settles it.
 */
export interface Disputed {
  readonly answers: Readonly<Record<ItemKey, readonly (Answer | null)[]>>;
  readonly decisions: Readonly<Record<string, readonly (ProblemDecision | null)[]>>;
  /** Open while the draft still has the moment `kept`. `said` is empty where the record has no date. */
  readonly assessedAt: { readonly kept: Instant; readonly said: readonly Instant[] } | null;
}

/** An answer that the form has no place for. */
export interface SetAside {
  readonly key: ItemKey;
  readonly answer: Answer;
  /** The version of the form that it was given to. */
  readonly form: { readonly id: string; readonly version: string };
  /** `no-such-item`: the question is gone. `does-not-fit`: it no longer takes such an answer. */
  readonly why: 'no-such-item' | 'does-not-fit';
}

/** A candidate problem is never added by itself: a person accepts, edits or dismisses it, and says why. */
export type ProblemDecision = (
  | { readonly state: 'accepted'; readonly problem: string }
  | { readonly state: 'dismissed'; readonly reason: string }
) & {
  readonly at: Instant;
  readonly by: Author | null;
  /** The rule's reason when it was decided. Once the rule has another one, the decision is an earlier one. */
  readonly about?: { readonly words: string; readonly items: readonly string[] };
};
