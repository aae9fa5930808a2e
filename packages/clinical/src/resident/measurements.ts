import type { ScoreResult } from '../score.ts';
import type { Recorded } from '../recorded.ts';

/** A number with its unit, as recorded. */
export interface Measurement extends Recorded {
  readonly value: number;
  /** In words or UCUM as shown to a person: "kg", "breaths/min", "%". */
  readonly unit: string;
}

/** NEWS2 over time, beside what is usual for this person. */
export interface News2Story {
  /** Newest first. */
  readonly scores: readonly News2Entry[];
  /** What is usual for her, set by a clinician. `null` is "not set", never zero. */
  readonly usual: News2Usual | null;
  /** The latest raw observations, whether or not they make a score; newest of each kind. */
  readonly observations: readonly NamedMeasurement[];
}

export interface News2Entry extends Recorded {
  /** Computed here from the parts where the parts are there, else what was imported. */
  readonly score: ScoreResult;
  /** The total that the sender recorded, when there is one. */
  readonly importedTotal: number | null;
  /** The sender's total differs from what its parts give. Both are shown. */
  readonly disagrees: boolean;
}

export interface News2Usual extends Recorded {
  readonly total: number;
}

export interface NamedMeasurement extends Recorded {
  readonly name: string;
  /** As it is read: "97 %", "128 over 74 mmHg", "Alert". */
  readonly text: string;
}

/** Weights, newest first. */
export interface WeightStory {
  readonly weights: readonly Measurement[];
  readonly height: Measurement | null;
  readonly bmi: Measurement | null;
}

/** What she does herself. Totals of different versions are never joined into one line. */
export interface FunctionStory {
  readonly scores: readonly FunctionScore[];
  /** Statements without a number: "transfers with two people". */
  readonly statements: readonly (Recorded & { readonly text: string })[];
  /** How she eats and drinks safely, newest first. Absent where no record was looked for. */
  readonly swallowing?: readonly SwallowingAdvice[];
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
