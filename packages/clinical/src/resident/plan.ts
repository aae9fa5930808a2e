import type { PlanLine } from '../care-plan/line.ts';
import type { Recorded } from '../recorded.ts';
import type { CivilDate, Instant, PartialDate } from '../time/types.ts';

/** The personalised care and support plan in short, with its clock. */
export interface PlanSummary {
  readonly plans: readonly CarePlanEntry[];
  readonly goals: readonly GoalEntry[];
  readonly clock: PlanClock | null;
  /** The lines of the personalised plan. Absent: this source cannot tell them, which is not "none". */
  readonly lines?: readonly PlanLine[];
}

/**
 * A care plan that the record names, with the actions under it. "Draft" has not been agreed. An action without `owner`
 * or `due` has none on record.
 */
export interface CarePlanEntry extends Recorded {
  readonly title: string;
  /** The plan's own description beyond its title. Line breaks are kept. */
  readonly description?: string;
  readonly status: 'active' | 'draft' | 'on-hold' | 'ended' | 'unknown';
  readonly reviewBy: PartialDate | null;
  readonly actions: readonly {
    readonly text: string;
    readonly owner: string | null;
    readonly due: PartialDate | null;
    /** Somebody proposes it, and nobody has asked for it yet. */
    readonly proposed?: true;
  }[];
}

/**
 * What the resident wants to reach. "Proposed" has not been agreed. `due` is the first day by which it is to be reached;
 * `null`: no day is recorded.
 */
export interface GoalEntry extends Recorded {
  readonly text: string;
  readonly status: 'current' | 'achieved' | 'not-achieved' | 'proposed' | 'ended';
  readonly due: PartialDate | null;
}

/** Seven working days after admission or return, with its reasons. */
export interface PlanClock {
  readonly from: CivilDate;
  readonly because: 'admitted' | 'returned';
  /** The moment of arrival, where the record has one: the hour changes nothing, and a reader asks about it. */
  readonly arrived?: Instant;
  /** The first working day that counts. */
  readonly dayOne: CivilDate;
  readonly due: CivilDate;
  /** Whether a plan dated on or after `from` exists. */
  readonly met: boolean;
  /** The bank holidays from Monday to Friday that were skipped on the way. */
  readonly skipped?: readonly CivilDate[];
  /** Whether the place's list of bank holidays ends before the due day, which may then be later. */
  readonly holidaysUnknown?: true;
  /** The last day that the list covers; `null`: the place has no list. Only where `holidaysUnknown`. */
  readonly holidaysKnownUntil?: CivilDate | null;
}
