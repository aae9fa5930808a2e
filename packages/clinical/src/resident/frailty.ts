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

/** A Clinical Frailty Scale level, 1 to 9, that a person judged. Nine is a category of its own, not "worse than 8". */
export interface CfsEntry extends Recorded {
  readonly level: number;
  readonly group: CfsGroup;
  /** "2.0", "1.2"; `null` if the record does not say, and the screen then says so. */
  readonly version: string | null;
  readonly warnings: readonly CfsWarning[];
  /** The day that the level describes, if the assessor named one. */
  readonly baselineOn?: PartialDate;
}

/**
 * Groups of levels, in neutral words: the names and descriptions of the levels belong to Dalhousie University. Nine
 * is a category of its own.
 */
export type CfsGroup = 'levels-1-to-3' | 'levels-4-to-6' | 'levels-7-and-8' | 'own-category';

/**
 * Why a level of the Clinical Frailty Scale says less about this resident (clinical rule 4.1). The scale is not
 * validated under 65 years, nor with a learning disability, autism or a stable long-term disability. "Acutely unwell":
 * the level may describe the illness, and not the two weeks before it.
 */
export type CfsWarning = 'not-validated-under-65' | 'not-validated-disability' | 'acutely-unwell';

/** An electronic frailty index or another frailty index, always with its name. */
export interface FrailtyIndexEntry extends Recorded {
  readonly name: 'eFI' | 'eFI2' | 'frailty index';
  /** 0 to 1, as recorded. */
  readonly value: number | null;
  readonly deficits: { readonly present: number; readonly considered: number } | null;
  /** `null` if no band may be given, as for an index of unknown name. */
  readonly band: 'fit' | 'robust' | 'mild' | 'moderate' | 'severe' | null;
  /** Whether the number came rounded and lies where the rounding decides the band. */
  readonly roundedSource: boolean;
}
