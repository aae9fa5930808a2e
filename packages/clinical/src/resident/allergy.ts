import type { Note, Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** An allergy or intolerance. The reader leaves out refuted entries and entries made in error. */
export interface Allergy extends Recorded {
  /**
   * In words: "penicillin". A substance named only by a reaction comes last: "adverse reaction to drug: trimethoprim".
   */
  readonly substance: string;
  readonly kind: 'allergy' | 'intolerance' | 'unknown';
  readonly category: readonly ('medication' | 'food' | 'environment' | 'biologic')[];
  readonly criticality: 'low' | 'high' | 'unable-to-assess' | null;
  /** What happened: "rash", "anaphylaxis". Empty means not recorded, never "no reaction". */
  readonly reactions: readonly AllergyReaction[];
  readonly status: 'active' | 'inactive' | 'resolved' | 'not-stated';
  readonly lastReaction: PartialDate | null;
  /** Whether `on` is the day it began or the day it was recorded. */
  readonly dated?: 'began' | 'recorded';
  /** The day it was recorded, if `on` is the day it began. */
  readonly recorded?: PartialDate | null;
  /** When it began, if the record gives words and no date: "at 52 years", "as a child". */
  readonly onset?: string | null;
  /** How sure the record is, in words: "unconfirmed". `null` means confirmed, or not stated. */
  readonly verification?: string | null;
  /** The day it was found to hold no longer, and why. */
  readonly ended?: PartialDate | null;
  readonly endedWhy?: string | null;
}

/**
 * One recorded reaction to a substance. `severity` is that of this reaction. The risk of the allergy itself is its
 * `criticality`. `null`: not recorded, which is not mild.
 */
export interface AllergyReaction {
  /** The signs and their description. */
  readonly text: string;
  readonly severity: 'mild' | 'moderate' | 'severe' | null;
  readonly on?: PartialDate | null;
  /** How the resident was exposed: "by mouth". */
  readonly route?: string | null;
  readonly notes?: readonly Note[];
}
