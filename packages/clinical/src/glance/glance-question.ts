import type { PlaceConfiguration } from '../place/place.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Change } from '../rules/changes-since.ts';
import type { NewElsewhere } from './new-elsewhere.ts';
import type { CivilDate, Instant, PartialDate } from '../time/types.ts';

/** From when a reader wants to know what changed. */
export interface Since {
  readonly from: PartialDate;
  /** `false`: nobody knows when the reader last looked, and `from` is only the start of the usual span. */
  readonly known: boolean;
}

/** What every rule is given. */
export interface GlanceQuestion {
  readonly view: ResidentView;
  readonly since: Since;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly place: PlaceConfiguration | null;
  /** A plan for the last days of life is recorded: no score is told. */
  readonly lastDays: boolean;
  /** What changed since then and has happened. */
  readonly changes: readonly Change[];
  /** `false`: some section could not tell what changed in it. */
  readonly changesComplete: boolean;
  /** `true`: all that stands in the way of a complete answer is that some entries carry no date. */
  readonly onlyUndatedMissing: boolean;
  /** What is new in the sections of which `changes` says nothing. */
  readonly elsewhere: readonly NewElsewhere[];
}
