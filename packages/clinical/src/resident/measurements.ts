import type { ScoreResult } from '../score.ts';
import type { Recorded } from '../recorded.ts';

/** A number with its unit, as recorded. */
export interface Measurement extends Recorded {
  readonly value: number;
  /** The unit in words or UCUM, as shown to the reader: "kg", "breaths/min", "%". */
  readonly unit: string;
}

/**
 * A measurement that was planned and not made: declined, not done or not possible. Missing is not failed, and it is not
 * zero. The last measured value stays in sight beside it.
 */
export interface NotMeasured extends Recorded {
  /** What was to be measured: "Weight", "Blood pressure". */
  readonly name: string;
  /** Why not, in words: "declined", "not performed". */
  readonly why: string;
  /** Whether somebody wrote a value that cannot be read as a number. "Not recorded" would then be untrue. */
  readonly isWritten?: true;
}

/** NEWS2 over time, beside the resident's usual score. */
export interface News2Story {
  /** Newest first. */
  readonly scores: readonly News2Entry[];
  /** The usual score that a clinician set. `null` means "not set", never zero. */
  readonly usual: News2Usual | null;
  /** The usual score in words that are not one number: "4-5". No score is compared with it. */
  readonly usualInWords?: readonly string[];
  /** The latest raw observations, whether or not they make a score; newest of each kind. */
  readonly observations: readonly NamedMeasurement[];
  /** Measurements not made since the latest reading of their kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
  /** The resident's target oxygen saturation, set by a clinician. It decides the SpO2 scale (RCP 2017). */
  readonly target?: Spo2Target | null;
  /** The latest result of each laboratory test and pain score that a section shows. */
  readonly results?: readonly NamedMeasurement[];
}

/** A recorded target of oxygen saturation, or a recorded choice of a NEWS2 scale. */
export interface Spo2Target extends Recorded {
  /** In %, both ends included. `null` if not stated. */
  readonly low: number | null;
  readonly high: number | null;
  /** The scale that the record asks for: 2 for 88–92 %. `null` if the target names no scale. */
  readonly scale: 1 | 2 | null;
  /** A record in doubt, or another of the same time, is alone in asking for scale 2. Only a person can settle it. */
  readonly isScaleOpen?: true;
  /** As it is read: "88–92 %". */
  readonly text: string;
}

/** One set of NEWS2, with its parts and its total. */
export interface News2Entry extends Recorded {
  /** Computed here from the parts if they are recorded, and otherwise imported. */
  readonly score: ScoreResult;
  /** The total that the sender recorded, if there is one. */
  readonly importedTotal: number | null;
  /** Whether the sender's total differs from the sum of its parts. The screen shows both. */
  readonly disagrees: boolean;
  /** The SpO2 scale that scored the saturation; `null` if it is not settled or not stated. */
  readonly scale?: 1 | 2 | null;
  /** The total on each scale, if only the scale is open. */
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

/** The NEWS2 that a clinician calls usual for this resident. */
export interface News2Usual extends Recorded {
  readonly total: number;
}

/**
 * The latest reading of one kind, in words and with its own unit, such as a vital sign or a result of the laboratory.
 */
export interface NamedMeasurement extends Recorded {
  readonly name: string;
  /** As it is read: "97 %", "128 over 74 mmHg", "Alert". */
  readonly text: string;
  /** The NEWS2 parameter that this reading belongs to. Absent if it belongs to none. */
  readonly part?: string;
}

/** Weights, newest first. */
export interface WeightStory {
  readonly weights: readonly Measurement[];
  readonly height: Measurement | null;
  readonly bmi: Measurement | null;
  /** Measurements not made since the latest value of their kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
}

/** What the resident can do without help. Totals of different versions never form one series. */
export interface FunctionStory {
  readonly scores: readonly FunctionScore[];
  /** Statements without a number: "transfers with two people". */
  readonly statements: readonly (Recorded & { readonly text: string })[];
  /** Advice on safe eating and drinking, newest first. Absent if no record was looked for. */
  readonly swallowing?: readonly SwallowingAdvice[];
  /** What was not assessed since the latest of its kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
}

/**
 * Advice on eating and drinking after a swallowing assessment, in the numbers of the IDDSI framework: drinks 0 to 4,
 * food 3 to 7. `null` means not stated, which is never "normal".
 */
export interface SwallowingAdvice extends Recorded {
  readonly drinksLevel: number | null;
  readonly foodLevel: number | null;
  /** The record's own words, if they say more than the levels. */
  readonly text: string | null;
}

/** A recorded score of what the resident can do. Higher means less help. */
export interface FunctionScore extends Recorded {
  readonly instrument: 'barthel';
  /** "0-20", "0-100", or `null` if the record does not say. The screen then shows no range and no direction. */
  readonly version: '0-20' | '0-100' | null;
  readonly total: number;
}
