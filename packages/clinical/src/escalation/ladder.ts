import type { DANGER_SIGNS } from './danger-signs.ts';
import type { SoftSignId } from '../instruments/soft-signs/soft-sign-list.ts';
import type { ThreadUrgency } from '../thread/entry.ts';
import type { CivilDate } from '../time/types.ts';

/** A sign at which somebody rings 999 before anything else. */
export type DangerSign = (typeof DANGER_SIGNS)['signs'][number]['id'];

/**
 * Further signs that matter with a possible infection. Somebody who looks can tick them. They and the 18 hours are remembered (clinical
 * rule 13.2).
 */
export const RED_FLAGS = [
  { id: 'mottled', text: 'Mottled or blue skin' },
  { id: 'no-urine', text: 'No urine for 18 hours' },
] as const;

/** The id of one of `RED_FLAGS`: a further sign that somebody can tick where an infection is possible. */
export type RedFlag = (typeof RED_FLAGS)[number]['id'];

/** A reason to reach a rung. All are data of the place. */
export type RungReason =
  | { readonly kind: 'sign' }
  | { readonly kind: 'worry' }
  /** NEWS2 of at least `from`, also where only the known parts reach it. */
  | { readonly kind: 'news2'; readonly from: number }
  /** A 3 in one part. */
  | { readonly kind: 'single-three' }
  /** NEWS2 above the resident's usual by at least `by`. */
  | { readonly kind: 'above-usual'; readonly by: number }
  /** Newly not rousing to voice: P or U. */
  | { readonly kind: 'not-rousing' }
  /** With a possible infection, at least one of these. "Not known" counts as possible. */
  | { readonly kind: 'possible-infection'; readonly with: readonly InfectionSign[] };

/**
 * One sign that counts with a possible infection. `at-least` and `at-most` include `value` itself. Units: breaths and
 * beats a minute, systolic mmHg, saturation in % on scale 1.
 */
export type InfectionSign =
  | {
      readonly kind: 'at-least' | 'at-most';
      readonly part: 'rr' | 'sbp' | 'pulse' | 'spo2Scale1';
      readonly value: number;
    }
  | { readonly kind: 'new-confusion' }
  | { readonly kind: 'flag'; readonly flag: RedFlag };

/** Whom a rung names: a service of the place by its id, 999, 111, or somebody in the home. */
export type RingTarget =
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: '999' }
  | { readonly kind: '111' }
  | { readonly kind: 'in-house'; readonly who: string };

/** One rung, from the calmest to the most pressing. */
export interface Rung {
  readonly id: string;
  /** "Same day: somebody from the practice looks". */
  readonly words: string;
  /** How soon somebody has to look, in the words of a thread. Absent: now where it rings 999, and otherwise not said. */
  readonly urgency?: ThreadUrgency;
  /** It is reached if any of these holds. */
  readonly when: readonly RungReason[];
  /** In the order of asking. */
  readonly ring: readonly RingTarget[];
  /** Whether an agreed row of the resident's plan stands in its place. */
  readonly isReplacedByPlan: boolean;
  /** Minutes without an answer after which the next is rung. */
  readonly noAnswerMinutes: number;
  /** Minutes until the observations are repeated. `null`: the place names none. */
  readonly repeatAfterMinutes: number | null;
}

/** A place's ladder: data with an owner, and the name of whoever signed it off. */
export interface Ladder {
  readonly version: string;
  readonly owner: string;
  readonly dated: CivilDate;
  /** The clinical safety officer who signed it off. `null`: nobody, and every screen says so. */
  readonly signedOff: { readonly by: string; readonly on: CivilDate } | null;
  readonly rungs: readonly Rung[];
  /** The first action for each danger sign, in one line. A sign without one says only "999". */
  readonly firstActions: Readonly<Partial<Record<DangerSign, string>>>;
}

/** A sign that somebody ticked. */
export interface TickedSign {
  readonly id: SoftSignId;
  /** Whether it is usual for this resident. "Usual" stays in the record and reaches no rung. */
  readonly usual: 'yes' | 'no' | 'not-known';
}
