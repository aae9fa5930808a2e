import type { Instant, PartialDate } from './time/types.ts';

/**
 * `incomplete`: parts are missing, so there is no total. `invalid`: a part is impossible.
 * `not-applicable`: the instrument is not meant for this person.
 */
export type ScoreStatus = 'complete' | 'incomplete' | 'invalid' | 'not-applicable';

/**
 * Which end of an instrument's range is the worse one. `none`: the result is a category, or neither end is worse.
 */
export type ScoreDirection = 'higher-worse' | 'lower-worse' | 'none';

/** The outcome of an instrument. Incomplete input is a result, not an error, and never a zero. */
export interface ScoreResult<Band extends string = string> {
  /** The instrument's id, such as `news2`. */
  readonly instrument: string;
  /** The version whose rule was applied, such as `RCP-2017`. A total without it means nothing. */
  readonly version: string;
  readonly status: ScoreStatus;
  /** `null` unless `status` is `complete`. Always `null` if the instrument has no total (`range` is `null`). */
  readonly total: number | null;
  /** The sum of the known parts if some are missing. Shown as "at least n", never as the score. */
  readonly atLeast?: number;
  /** `null` if there is no total, only a category or the answers. */
  readonly range: readonly [min: number, max: number] | null;
  readonly direction: ScoreDirection;
  readonly band: Band | null;
  readonly items: Readonly<Record<string, ScoreItem>>;
  /** Item ids without a usable answer. */
  readonly missing: readonly string[];
  /** Named facts beside the number: `single3`, `rounded-input`. */
  readonly flags: readonly string[];
  /** When the person was assessed, not when it was saved. */
  readonly assessedAt?: Instant;
  /** The day of a result that was reached elsewhere. Such a result has no `assessedAt`. */
  readonly reachedOn?: PartialDate;
}

/**
 * One part of a score. `value` is what was given, in the part's own unit. `score` is its points; `null`: without a
 * usable answer, which is not zero. `at` is when it was measured, where that is another moment than the assessment's.
 */
export interface ScoreItem {
  readonly value: unknown;
  readonly score: number | null;
  readonly at?: Instant;
  readonly source?: 'entered' | 'imported';
}
