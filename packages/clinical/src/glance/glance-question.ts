import type { PlaceConfiguration } from '../place/place.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Change } from '../rules/changes-since.ts';
import type { NewElsewhere } from './new-elsewhere.ts';
import type { Since } from './since.ts';
import type { CivilDate, Instant } from '../time/types.ts';

/** The input of every rule. */
export interface GlanceQuestion {
  readonly view: ResidentView;
  readonly since: Since;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly place: PlaceConfiguration | null;
  /** Whether a plan for the last days of life is recorded. The glance then shows no score. */
  readonly lastDays: boolean;
  /** The changes since then, without those dated in the future. */
  readonly changes: readonly Change[];
  /** `false` if a section could not tell what changed in it. */
  readonly changesComplete: boolean;
  /** `true` if the only obstacle to a complete answer is that some entries have no date. */
  readonly onlyUndatedMissing: boolean;
  /** New facts in the sections that `changes` does not cover. */
  readonly elsewhere: readonly NewElsewhere[];
}
