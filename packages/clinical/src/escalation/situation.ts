import type { ScoreResult } from '../score.ts';
import type { DangerSign, RedFlag, TickedSign } from './ladder.ts';

/** What is seen now. Nothing here has to be known: a worry alone is enough. */
export interface Situation {
  readonly dangers: readonly DangerSign[];
  readonly signs: readonly TickedSign[];
  readonly flags: readonly RedFlag[];
  /** Somebody is worried, whatever the reason. */
  readonly isWorried: boolean;
  /** `null`: nobody asked, which counts as possible. */
  readonly isInfectionPossible: boolean | null;
  /** The observations, as the NEWS2 instrument read them. `null`: none were taken. */
  readonly observations: ObservationsNow | null;
}

/** Observations of now with their score. A value that was not taken is `null`. */
export interface ObservationsNow {
  /** `onScale`: the total on each scale of the saturation, while only the scale is open. */
  readonly score: ScoreResult & { readonly onScale?: { readonly 1: number; readonly 2: number } | null };
  readonly rr: number | null;
  readonly sbp: number | null;
  readonly pulse: number | null;
  readonly spo2: number | null;
  readonly spo2Scale: 1 | 2 | null;
  readonly acvpu: 'A' | 'C' | 'V' | 'P' | 'U' | null;
}

/** What is agreed and known about the resident, as far as it could be read. */
export interface AgreedNow {
  readonly usual: UsualNow;
  readonly cpr: CprNow;
  /** A recorded plan for the last days, or a statement that they have come or that death is expected: undisputed and in date. */
  readonly lastDays: boolean;
  /** Whether the plan was read for a row of this situation. Where it was not, the card says so. */
  readonly isPlanRead: boolean;
  /** The plan's row for this situation; `null`: there is none, or nobody has read it. */
  readonly planRow: PlanRow | null;
  /** A clinician's variation in force; `null`: there is none. */
  readonly variation: Variation | null;
}

/**
 * The usual NEWS2 that a clinician set. Words such as "4-5" are no number, so no score is compared with them. What was not read
 * is not "not set".
 */
export type UsualNow = number | { readonly words: string } | 'not-set' | 'not-known';

/** The CPR record at a moment when nobody has time to read it. */
export type CprNow =
  | { readonly state: 'do-not-attempt'; readonly originalAt: string | null }
  | { readonly state: 'attempt' }
  | { readonly state: 'none-recorded' }
  | { readonly state: 'disagree' }
  /** It was not read: still loading, withheld or failed. */
  | { readonly state: 'not-known' };

/** A row of the contingency plan: what to do in one situation. */
export interface PlanRow {
  /** "Chest infection". */
  readonly situation: string;
  /** In the plan's words. */
  readonly words: string;
  readonly ring: string | null;
  /** "Agreed with her daughter, 02-Jun-2026". */
  readonly agreed: string;
}

/** What a named clinician recorded for this resident instead of the ladder's rung. */
export interface Variation {
  /** The rung that NEWS2 alone does not go above. */
  readonly most: string;
  readonly words: string;
  readonly by: string;
  readonly until: string;
}
