import type { ScoreResult } from '../score.ts';
import type { Recorded } from '../recorded.ts';

/** A number with its unit, as recorded. */
export interface Measurement extends Recorded {
  readonly value: number;
  /** In words or UCUM as shown to a person: "kg", "breaths/min", "%". */
  readonly unit: string;
}

/**
 * Something that was to be measured and was not: declined, not done, not possible. Missing is not failed, and it is no zero.
 * The last value that was measured stays in sight beside it.
 */
export interface NotMeasured extends Recorded {
  /** What was to be measured: "Weight", "Blood pressure". */
  readonly name: string;
  /** Why not, in words: "declined", "not performed". */
  readonly why: string;
  /** Somebody wrote a value, and no number can be made of it: then it is not that nothing is recorded. */
  readonly isWritten?: true;
}

/** NEWS2 over time, beside what is usual for this person. */
export interface News2Story {
  /** Newest first. */
  readonly scores: readonly News2Entry[];
  /** What is usual for her, set by a clinician. `null` is "not set", never zero. */
  readonly usual: News2Usual | null;
  /** What is set as usual, where no number can be made of it: "4-5". No score is compared with it. */
  readonly usualInWords?: readonly string[];
  /** The latest raw observations, whether or not they make a score; newest of each kind. */
  readonly observations: readonly NamedMeasurement[];
  /** What was not measured since the latest reading of its kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
  /** The oxygen saturation that a clinician aims at for her: it decides which scale counts (RCP 2017). */
  readonly target?: Spo2Target | null;
  /** The latest result of each laboratory test and pain score that a section has a place for. */
  readonly results?: readonly NamedMeasurement[];
}

/** A recorded target of oxygen saturation, or a recorded choice of a NEWS2 scale. */
export interface Spo2Target extends Recorded {
  /** In %, both ends included. `null`: not said. */
  readonly low: number | null;
  readonly high: number | null;
  /** The scale that the record asks for: 2 for 88–92 %. `null`: the target names no scale. */
  readonly scale: 1 | 2 | null;
  /** As it is read: "88–92 %". */
  readonly text: string;
}

export interface News2Entry extends Recorded {
  /** Computed here from the parts where the parts are there, else what was imported. */
  readonly score: ScoreResult;
  /** The total that the sender recorded, when there is one. */
  readonly importedTotal: number | null;
  /** The sender's total differs from what its parts give. Both are shown. */
  readonly disagrees: boolean;
  /** The SpO2 scale by which saturation was scored; `null`: not settled, or nobody says. */
  readonly scale?: 1 | 2 | null;
  /** What the parts come to on each scale, where nothing but the scale is open. */
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

export interface News2Usual extends Recorded {
  readonly total: number;
}

export interface NamedMeasurement extends Recorded {
  readonly name: string;
  /** As it is read: "97 %", "128 over 74 mmHg", "Alert". */
  readonly text: string;
  /** The part of a NEWS2 that it is the reading of. Absent where it is of none. */
  readonly part?: string;
}

/** Weights, newest first. */
export interface WeightStory {
  readonly weights: readonly Measurement[];
  readonly height: Measurement | null;
  readonly bmi: Measurement | null;
  /** What was not measured since the latest value of its kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
}

/** What she does herself. Totals of different versions are never joined into one line. */
export interface FunctionStory {
  readonly scores: readonly FunctionScore[];
  /** Statements without a number: "transfers with two people". */
  readonly statements: readonly (Recorded & { readonly text: string })[];
  /** How she eats and drinks safely, newest first. Absent where no record was looked for. */
  readonly swallowing?: readonly SwallowingAdvice[];
  /** What was not assessed since the latest of its kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
}

/**
 * Advice on eating and drinking after a swallowing assessment. Levels are those of the IDDSI framework, by number alone:
 * drinks 0 to 4, food 3 to 7. `null`: not said, which is not "normal".
 */
export interface SwallowingAdvice extends Recorded {
  readonly drinksLevel: number | null;
  readonly foodLevel: number | null;
  /** As the record has it, where it says more than the levels. */
  readonly text: string | null;
}

export interface FunctionScore extends Recorded {
  readonly instrument: 'barthel';
  /** "0-20", "0-100", or `null` when the record does not say; then no range and no direction is shown. */
  readonly version: '0-20' | '0-100' | null;
  readonly total: number;
}
