import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';
import type { NotMeasured } from './measurements.ts';

/** Everything recorded about frailty, newest first within each list. Versions are never mixed. */
export interface Frailty {
  readonly cfs: readonly CfsEntry[];
  readonly indices: readonly FrailtyIndexEntry[];
  /** Plain codings such as "severe frailty" without a score. */
  readonly statements: readonly (Recorded & { readonly text: string })[];
  /** What was not assessed since the latest of its kind, newest first. */
  readonly notMeasured?: readonly NotMeasured[];
}

/** Clinical Frailty Scale: a level somebody judged, 1 to 9. Nine is another kind of category, not "worse than 8". */
export interface CfsEntry extends Recorded {
  readonly level: number;
  readonly group: CfsGroup;
  /** "2.0", "1.2"; `null` when the record does not say, and the screen says so. */
  readonly version: string | null;
  readonly warnings: readonly CfsWarning[];
  /** The day that the level describes, where whoever judged it said so. */
  readonly baselineOn?: PartialDate;
}

/**
 * Which levels stand together, in words that say nothing of the person: the names and descriptions of the levels are
 * Dalhousie University's. Nine is a category of its own.
 */
export type CfsGroup = 'levels-1-to-3' | 'levels-4-to-6' | 'levels-7-and-8' | 'own-category';

export type CfsWarning = 'not-validated-under-65' | 'not-validated-disability' | 'acutely-unwell';

/** An electronic frailty index or another frailty index, always with its name. */
export interface FrailtyIndexEntry extends Recorded {
  readonly name: 'eFI' | 'eFI2' | 'frailty index';
  /** 0 to 1, as recorded. */
  readonly value: number | null;
  readonly deficits: { readonly present: number; readonly considered: number } | null;
  /** `null` where no band may be given, such as an index of unknown name. */
  readonly band: 'fit' | 'robust' | 'mild' | 'moderate' | 'severe' | null;
  /** The number came rounded and sits where rounding decides the band. */
  readonly roundedSource: boolean;
}
