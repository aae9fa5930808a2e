import type { HomeConfiguration, ResidentId } from '@ehch/clinical';
import type { PurgeReason } from '@ehch/store';
import type { Feed } from '../steps/queries.ts';
import type { Comparing } from './reconcile.ts';

/**
 * What a leader remembers of a home between steps. Nothing of it is needed to go on: a leader that starts anew reads
 * the checkpoints, and begins a round or a comparison again.
 */
export interface HomeState {
  readonly home: HomeConfiguration;
  /** Milliseconds by the device's clock: when the members, the Patients and the feeds are read next. */
  membersDue: number;
  patientsDue: number;
  roundDue: number;
  /** The feeds still to be pulled in this round, and whether it has found anything. */
  round: readonly Feed[];
  foundSomething: boolean;
  /** Rounds in a row that found nothing. */
  quiet: number;
  /** Feeds whose deletions are still to be read from the history in this round. */
  deletions: readonly Feed[];
  hasHistory: boolean;
  /** Patients still to be read in full. */
  patients: readonly ResidentId[];
  comparing: Comparing | null;
  /** Feeds whose high water did not come again, and what was looked at already. */
  suspects: readonly { readonly feed: Feed; readonly mark: string }[];
  readonly cleared: Map<string, string>;
  /** Of whom the server refuses a feed, by its name. They are asked about again when the members are read. */
  readonly refused: Map<string, ReadonlySet<ResidentId>>;
  /** Whether every member has been loaded, as far as known. */
  isLoaded: boolean;
  /** Why a resident's record may not be kept. `null`: it may. */
  readonly reasons: Map<ResidentId, PurgeReason | null>;
  progress: LoadProgress;
}

/** How far a home's first load is. */
export interface LoadProgress {
  readonly residentsDone: number;
  readonly residents: number;
  /** From 0 to 1, for a bar. */
  readonly share: number;
  /** Milliseconds, estimated from the load so far. `null`: it cannot be said yet. */
  readonly leftMs: number | null;
}

export function newHomeState(home: HomeConfiguration): HomeState {
  return {
    home,
    membersDue: 0,
    patientsDue: 0,
    roundDue: 0,
    round: [],
    foundSomething: false,
    quiet: 0,
    deletions: [],
    hasHistory: true,
    patients: [],
    comparing: null,
    suspects: [],
    cleared: new Map(),
    refused: new Map(),
    isLoaded: false,
    reasons: new Map(),
    progress: { residentsDone: 0, residents: 0, share: 0, leftMs: null },
  };
}
