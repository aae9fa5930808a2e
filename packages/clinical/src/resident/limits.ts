import type { Authority } from '../care-plan/line.ts';
import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * Agreed limits of treatment. The resident's wishes come before any number.
 * An empty list means that nothing of the kind is recorded, which is never "full escalation".
 */
export interface AgreedLimits {
  /** What the resident wants, in a short sentence: "Stay in the home unless a fracture". */
  readonly wishes: readonly Wish[];
  /** CPR decisions in force. They are about CPR only. Contradicting decisions make the section disagree. */
  readonly cpr: readonly CprDecision[];
  /** ReSPECT forms, advance decisions, advance statements, and where the original is. */
  readonly documents: readonly LimitsDocument[];
  /** Other recorded decisions: advance decision to refuse treatment, preferred place of care or death. */
  readonly decisions: readonly LimitsDecision[];
  /** Attorneys and deputies for health and welfare. */
  readonly decisionMakers: readonly DecisionMaker[];
  /**
   * A recorded plan for the last days of life, or a dated statement that they have come or that death is expected. Components then
   * show no scores.
   */
  readonly lastDays: (Recorded & { readonly text: string }) | null;
}

/**
 * What the resident wants, in one sentence. `on` is the day it was said or written, and `by` whoever recorded it.
 */
export interface Wish extends Recorded {
  readonly text: string;
}

/** A decision about CPR that is in force. None at all is "not recorded", and never "attempt". */
export interface CprDecision extends Recorded {
  readonly decision: 'attempt' | 'do-not-attempt';
  readonly reviewBy: PartialDate | null;
  /** Where the signed original is kept: "red folder, office". A form of the same day and author may say it instead. */
  readonly originalAt: string | null;
  /** Who signed the original and who has looked at it, where the record says so. */
  readonly original?: OriginalSeen;
}

/** A form on which limits stand, and where the signed original is. */
export interface LimitsDocument extends Recorded {
  /** "ReSPECT form", "Advance decision to refuse treatment". */
  readonly title: string;
  readonly status: 'current' | 'superseded' | 'unknown';
  readonly originalAt: string | null;
  readonly reviewBy: PartialDate | null;
  readonly original?: OriginalSeen;
}

/** A decision about treatment or place of care, other than one about CPR that is in force. */
export interface LimitsDecision extends Recorded {
  readonly kind:
    | 'refusal-of-treatment'
    | 'preferred-place-of-care'
    | 'preferred-place-of-death'
    /**
     * About CPR, but not in force today: undecided, not understood, not begun, past or cancelled. The text says which.
     */
    | 'about-cpr'
    /** What a clinician has set as different from the home's usual steps. Its text says where it was ended. */
    | 'variation'
    /** About the last days of life, and not in force today, or in doubt, or a "no". The text says which. */
    | 'about-last-days'
    | 'other';
  readonly text: string;
}

/** Who may decide for the resident, and by which authority, in the words of the record. */
export interface DecisionMaker extends Recorded {
  readonly name: string;
  readonly relation: string | null;
  readonly authority: string;
  /** What the kit recorded of the authority. Absent: the record says only what `authority` says. */
  readonly standing?: {
    readonly authority: Authority;
    readonly registered: 'yes' | 'no' | null;
    readonly seenBy: string | null;
    readonly seenOn: PartialDate | null;
    readonly acts: 'alone' | 'jointly' | null;
  };
}

/** What is known of a signed original. */
export interface OriginalSeen {
  readonly at: string | null;
  readonly signedBy: string | null;
  readonly signedOn: PartialDate | null;
  readonly sighted: { readonly by: string | null; readonly on: PartialDate | null } | null;
  readonly madeIn: 'hospital' | 'community' | null;
}
