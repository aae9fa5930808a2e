import type { FormItem } from './form/types.ts';
import type { Permission } from './permission.ts';
import type { ResultUnit } from './result-unit.ts';
import type { ScoreDirection, ScoreResult } from './score.ts';

/**
 * What may be in the repository of an instrument.
 * `A`: rule and own labels. `A*`: the same, with a notice. `B`: entry of a finished total only. `C`: a record or link.
 */
export type LicenceTier = 'A' | 'A*' | 'B' | 'C';

export interface InstrumentSource {
  readonly citation: string;
  /** Whose the instrument is. Absent: nobody's, as arithmetic is, or ours. */
  readonly owner?: string;
  readonly doi?: string;
  /** The owner's own page, where one was confirmed. */
  readonly url?: string;
  /** The terms in one sentence. */
  readonly licence: string;
  /** Words that the owner asks to be shown with the instrument. */
  readonly notice?: string;
}

/** An instrument. `score` is total: it never throws, whatever it is given. */
export interface Instrument<Input = unknown, Result = ScoreResult> {
  readonly id: string;
  readonly title: string;
  /** What people type when they look for it, besides its title: "obs", "sats", "rockwood". In small letters. */
  readonly searchWords?: readonly string[];
  /** Goes up when a cut-off or rule changes, and is stored with every total. */
  readonly version: string;
  readonly tier: LicenceTier;
  readonly direction: ScoreDirection;
  /** `null`: the instrument has no total. */
  readonly range: readonly [min: number, max: number] | null;
  /** What the number of a result is. None is taken for granted: it leaves with every result. */
  readonly unit: ResultUnit;
  readonly source: InstrumentSource;
  /** Whether its owner lets this program carry what is here of it. */
  readonly permission: Permission;
  /** The questions, with our own short labels. */
  readonly items: readonly FormItem[];
  /** `settings`: the place's own tables, cuts and rulings for this instrument, where it takes any. */
  score(input: Input, settings?: unknown): Result;
}

/** Declares an instrument and keeps its types exact. */
export function defineInstrument<const I extends Instrument<never, unknown>>(instrument: I): I {
  return instrument;
}
