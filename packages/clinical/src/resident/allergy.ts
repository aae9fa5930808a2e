import type { Note, Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** An allergy or intolerance. Refuted and mistaken entries never get this far. */
export interface Allergy extends Recorded {
  /** Written out: "penicillin". A substance that only a reaction names stands after it: "adverse reaction to drug: trimethoprim". */
  readonly substance: string;
  readonly kind: 'allergy' | 'intolerance' | 'unknown';
  readonly category: readonly ('medication' | 'food' | 'environment' | 'biologic')[];
  readonly criticality: 'low' | 'high' | 'unable-to-assess' | null;
  /** What happened: "rash", "anaphylaxis". */
  readonly reactions: readonly AllergyReaction[];
  readonly status: 'active' | 'inactive' | 'resolved' | 'not-stated';
  readonly lastReaction: PartialDate | null;
  /** Which of the record's days `on` is. */
  readonly dated?: 'began' | 'recorded';
  /** The day it was written down, where `on` says when it began. */
  readonly recorded?: PartialDate | null;
  /** When it began, where no date says it: "at 52 years", "as a child". */
  readonly onset?: string | null;
  /** How sure the record is, in words: "unconfirmed". `null`: confirmed, or not said. */
  readonly verification?: string | null;
  /** The day it was found not to hold any more, and why. */
  readonly ended?: PartialDate | null;
  readonly endedWhy?: string | null;
}

export interface AllergyReaction {
  /** The signs, and what was written of them. */
  readonly text: string;
  readonly severity: 'mild' | 'moderate' | 'severe' | null;
  readonly on?: PartialDate | null;
  /** How she came by it: "by mouth". */
  readonly route?: string | null;
  readonly notes?: readonly Note[];
}
