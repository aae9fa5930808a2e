import type { Author } from '../recorded.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/**
 * Names one asking of an item: its id, and of what repeats, the row: `standing/sbp[2]`, nested `x[2.1]`. Items under an
 * answer of a repeating question have that answer's row.
 */
export type ItemKey = string;

/** An answer as given. Unable, refused, not asked and not known are four values, and none of them is zero. */
export type Answer = GivenAnswer | NotGiven;

/** An answer that somebody gave, or took from the record: by whom, when and from where. */
export interface GivenAnswer {
  readonly state: 'given';
  readonly values: readonly AnswerValue[];
  readonly at: Instant;
  readonly by: Author | null;
  readonly from: AnswerOrigin;
  /** A person was asked about an implausible value and said that it is so. */
  readonly confirmed?: boolean;
}

/** "Not assessed because …". A valid answer to every question, and counted. */
export interface NotGiven {
  readonly state: 'unable' | 'refused' | 'not-asked' | 'not-known';
  readonly reason: string | null;
  readonly at: Instant;
  readonly by: Author | null;
}

/** One value of an answer, by the type of its question. */
export type AnswerValue =
  | { readonly type: 'boolean'; readonly value: boolean }
  /** In the question's first unit. `entered` is what the person typed where that was another unit. */
  | {
      readonly type: 'number';
      readonly value: number;
      readonly unit?: string;
      readonly entered?: { readonly value: number; readonly unit: string };
    }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: PartialDate }
  /** A time of day, `14:30` or `14:30:00`. */
  | { readonly type: 'time'; readonly value: string }
  /** An option of the question, by its value. */
  | { readonly type: 'option'; readonly value: string };

/** Entered by a person now, or taken over by a person's press from the record or the last assessment, with its date. */
export type AnswerOrigin =
  | { readonly kind: 'entered' }
  | { readonly kind: 'initial' }
  | { readonly kind: 'accepted'; readonly recordedOn: PartialDate | null; readonly source: string };

/** The answers of a draft, by their question. A question that nobody answered has no entry. */
export type Answers = Readonly<Record<ItemKey, Answer>>;
