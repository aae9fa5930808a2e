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
  /** Milliseconds by the device's clock: when the members, the Patients, the deletions and the feeds are read next. */
  membersDue: number;
  patientsDue: number;
  deletionsDue: number;
  roundDue: number;
  /** The feeds still to be pulled in this round, and whether it has found anything. */
  round: readonly Feed[];
  foundSomething: boolean;
  /**
   * What failed when it was last tried, by a name of its own, and when it is tried again. Meanwhile all else goes on, so
   * that a kind that always fails holds up no other.
   */
  readonly again: Map<string, number>;
  /** Whether anybody is known to live here. Until then only the roster is due. */
  hasMembers: boolean;
  /** Whether the last step found nothing to do, so that all there is to do has its time. */
  isIdle: boolean;
  /** The newest time of each kind that no pull has brought, as one of a write of ours. Its row has to come (SPEC L7). */
  ownNewest: ReadonlyMap<string, string>;
  /** Rounds in a row that found nothing. */
  quiet: number;
  /** Feeds whose deletions are still to be read from the history. */
  deletions: readonly Feed[];
  /** Whether the server's history of a type is there, and short enough to be read. */
  hasHistory: boolean;
  /** Patients still to be read in full. */
  patients: readonly ResidentId[];
  comparing: Comparing | null;
  /** Times of feeds whose rows did not come again, and what was looked at already. */
  suspects: readonly { readonly feed: Feed; readonly mark: string }[];
  readonly cleared: Map<string, ReadonlySet<string>>;
  /** Of whom the server refuses a feed, by its name. They are asked about again when the members are read. */
  readonly refused: Map<string, ReadonlySet<ResidentId>>;
  /** Whether every member has been loaded, as far as known. */
  isLoaded: boolean;
  /** Why a resident's record may not be kept. `null`: it may. */
  readonly reasons: Map<ResidentId, PurgeReason | null>;
  /** Whose cards are still to be built, and of which day and which state of the store that is known. */
  cards: { readonly day: string; readonly seen: number; readonly lack: readonly ResidentId[] };
  progress: LoadProgress;
  /** When the load began, by the device's clock, and how much there was to do then. `null`: no load goes on. */
  loadBegun: { readonly at: number; readonly toDo: number } | null;
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
    deletionsDue: 0,
    roundDue: 0,
    round: [],
    foundSomething: false,
    again: new Map(),
    hasMembers: false,
    isIdle: false,
    ownNewest: new Map(),
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
    cards: { day: '', seen: -1, lack: [] },
    progress: { residentsDone: 0, residents: 0, share: 0, leftMs: null },
    loadBegun: null,
  };
}

/** [P] Milliseconds until what failed is tried again, beside the back-off of the whole pull. */
const AGAIN_MS = 60_000;

export function tryAgainLater({ again }: HomeState, name: string, deviceNow: number): void {
  again.set(name, deviceNow + AGAIN_MS);
}

/** Whether something failed a moment ago, so that all else goes first. */
export function isPutOff({ again }: HomeState, name: string, deviceNow: number): boolean {
  return (again.get(name) ?? 0) > deviceNow;
}

/**
 * Several pieces of work in their turn: what has not failed goes first, then what has waited longest. A browser may wake a
 * hidden window once a minute, and each failure ends a step. What failed a moment ago is left out.
 */
export function inTurn<T>(
  several: readonly T[],
  nameOf: (one: T) => string,
  state: HomeState,
  deviceNow: number,
): readonly T[] {
  return several
    .filter((one) => !isPutOff(state, nameOf(one), deviceNow))
    .toSorted((one, other) => dueOf(state, nameOf(one)) - dueOf(state, nameOf(other)));
}

const dueOf = ({ again }: HomeState, name: string) => again.get(name) ?? 0;

/** When the next step of a home is due, by the device's clock. */
export function dueAt({ isIdle, hasMembers, again, ...due }: HomeState, deviceNow: number): number {
  if (!isIdle) return 0;
  const roster = Math.max(due.membersDue, again.get(ROSTER) ?? 0);
  const later = [...again.values()].filter((at) => at > deviceNow);
  return hasMembers ? Math.min(roster, due.patientsDue, due.roundDue, ...later) : roster;
}

/** The name under which a failed reading of the roster is put off. */
export const ROSTER = 'roster';

/** Ends every wait that follows from failures, and from rounds that found nothing. */
export function goAtOnce(state: HomeState): void {
  state.again.clear();
  state.roundDue = 0;
  state.deletionsDue = 0;
  state.quiet = 0;
}

/**
 * Keeps every wait as long as it was when the device's clock is set back. Otherwise a clock that lost a year would end the
 * pull for a year.
 */
export function setClockBack(state: HomeState, byMs: number): void {
  state.membersDue -= byMs;
  state.patientsDue -= byMs;
  state.deletionsDue -= byMs;
  state.roundDue -= byMs;
  for (const [name, due] of state.again) state.again.set(name, due - byMs);
  if (state.loadBegun !== null) state.loadBegun = { ...state.loadBegun, at: state.loadBegun.at - byMs };
}
