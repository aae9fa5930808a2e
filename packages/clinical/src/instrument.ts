import type { FormItem } from './form/types.ts';
import type { Permission } from './permission.ts';
import type { ResultUnit } from './result-unit.ts';
import type { ScoreDirection, ScoreResult } from './score.ts';

/**
 * How much of an instrument this repository may hold.
 * `A`: its rule and our own labels. `A*`: the same, with a notice. `B`: entry of a finished total only. `C`: a
 * record or link.
 */
export type LicenceTier = 'A' | 'A*' | 'B' | 'C';

export interface InstrumentSource {
  readonly citation: string;
  /** The owner of the instrument. Absent if nobody owns it, as with arithmetic, or if it is ours. */
  readonly owner?: string;
  readonly doi?: string;
  /** The owner's own page, if one was confirmed. */
  readonly url?: string;
  /** The terms in one sentence. */
  readonly licence: string;
  /** Words that the owner asks to be shown with the instrument. */
  readonly notice?: string;
}

/** An instrument. `score` never throws, whatever its input. */
export interface Instrument<Input = unknown, Result = ScoreResult> {
  readonly id: string;
  readonly title: string;
  /** What people type to find it, besides its title, in lower case: "obs", "sats", "rockwood". */
  readonly searchWords?: readonly string[];
  /** The version of its rule. It changes with every cut-off or rule, and is stored with every total. */
  readonly version: string;
  readonly tier: LicenceTier;
  readonly direction: ScoreDirection;
  /** `null` if the instrument has no total. */
  readonly range: readonly [min: number, max: number] | null;
  /** The unit of a result's number. There is no default: the unit goes with every result. */
  readonly unit: ResultUnit;
  readonly source: InstrumentSource;
  /** Whether the owner allows this program to carry the parts that are here. */
  readonly permission: Permission;
  /** The questions, with our own short labels. */
  readonly items: readonly FormItem[];
  /** `settings` are the place's own tables, cut-offs and rulings for this instrument, if it takes any. */
  score(input: Input, settings?: unknown): Result;
}

/** Declares an instrument and keeps its types exact. */
export function defineInstrument<const I extends Instrument<never, unknown>>(instrument: I): I {
  return instrument;
}
