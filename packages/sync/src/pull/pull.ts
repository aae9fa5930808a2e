import { EhchError, type PlaceConfiguration, type ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { SERVER_SOURCE, type Acknowledgement, type SourceTerms, type Store } from '@ehch/store';
import type { ServerProfile } from '../probe/server-profile.ts';
import { LOAD_PAGE } from '../steps/queries.ts';
import type { AskContext } from '../steps/ask.ts';
import type { Timing } from '../timing.ts';
import { ALL_PULL_GUARDS, type PullGuards } from './guards.ts';
import { dueAt, goAtOnce, newHomeState, type HomeState, type LoadProgress } from './home-state.ts';
import { lostWrites } from './lost-writes.ts';
import type { Attention } from './polling.ts';
import type { PullContext, StepEnd } from './pull-context.ts';
import { PullWaits } from './pull-waits.ts';
import { stepHome } from './step-home.ts';

/** Milliseconds by which a pull begins before its high water: a server's longest transaction, and drifting clocks. */
const OVERLAP_MS = 150_000;
/** The same for a server whose index is made later, such as HealthLake's. */
const OVERLAP_OF_LATE_INDEX_MS = 900_000;

/** [P] A browser ends a service worker after 30 s, and a step ends with one request more. */
const GATHER_MS = 2_000;

export interface PullPorts extends AskContext {
  readonly store: Store;
  readonly source?: SourceTerms;
  readonly place: PlaceConfiguration;
  /** The epoch of the leader who pulls. */
  readonly epoch: number;
  readonly timing: Timing;
  /** The clinical clock. */
  readonly now: () => Instant;
  /** How closely somebody looks at a home. */
  readonly attention?: (home: string) => Attention;
  readonly onChange?: (residents: readonly ResidentId[]) => void;
  /** Writes of ours that a restored server has lost, for their authors to decide. */
  readonly onLost?: (lost: readonly Acknowledgement[]) => void;
  /** How the server behaves, as far as it is known by now. `null`: it was never tried out. */
  readonly profile?: () => Pick<ServerProfile, 'hasHistory' | 'hasTypeHistory' | 'indexesLate'> | null;
  /** Milliseconds for which a step goes on asking. Defaults to two seconds; 0: each step asks once. */
  readonly gatherMs?: number;
  /** Rows on a page of a first load. Defaults to a thousand: nobody waits for the first of them. */
  readonly rowsAPage?: number;
  readonly guards?: PullGuards;
}

/** What a step did. `idle`: nothing is due before {@link Pull.nextAt}. */
export type PullEnd =
  | { readonly state: 'did'; readonly residents: readonly ResidentId[] }
  | { readonly state: 'idle' }
  | { readonly state: 'failed'; readonly code: Extract<StepEnd, { state: 'failed' }>['code'] };

/** Brings the server's records of a place's homes into the store, step by step. */
export interface Pull {
  /**
   * Does what is due: one transaction with what a request brought, or several within a short time, so that a worker may be
   * ended after any step. The reading of a roster takes a few requests.
   *
   * @throws {EhchError} `overtaken` if another leader has begun; `not-kept` if the device is full
   */
  step(stop?: AbortSignal): Promise<PullEnd>;
  /** When the next step is due, in milliseconds by the device's clock. */
  nextAt(): number;
  /** Says that something may have changed on the server, as after a write of ours. */
  poke(home?: string): void;
  /** Looks at once for changes, whatever wait follows from failures. A wait that the server asked for stays (SPEC P12). */
  tryNow(): void;
  /** Until when the server asked to be left alone, in milliseconds by the device's clock. `null`: it did not. */
  askedToWaitUntil(): number | null;
  /** Stops a load, and goes on with it later from where it stopped. */
  pause(): void;
  resume(): void;
  progress(home: string): LoadProgress | null;
}

export function createPull(ports: PullPorts): Pull {
  const { store, timing, place, guards = ALL_PULL_GUARDS } = ports;
  const copies = store.records(ports.source ?? SERVER_SOURCE);
  const homes = place.homes.map(newHomeState);
  const lost = lostWrites(store, (all) => ports.onLost?.(all));
  let isPaused = false;
  const waits = new PullWaits(timing, homes);

  const epochNow = async () => (guards.fence ? ports.epoch : store.leadership.current());
  const contextOf = (state: HomeState, stop?: AbortSignal): PullContext => ({
    ...ports,
    ...(stop === undefined ? {} : { stop }),
    home: state.home.id,
    copies,
    epoch: epochNow,
    changeSeq: () => store.changeSeq(),
    ...limitsOf(ports),
    serverEpoch: lost.serverEpoch,
    guards,
    touched: new Set(),
  });

  const purge = async (resident: ResidentId, why: 'left-home') => {
    await assertLeads(store, await epochNow());
    await copies.purge(resident, why);
  };

  const settle = (end: StepEnd): PullEnd => {
    if (end.state === 'failed') {
      waits.failed(end.retryAfterMs);
      if (end.residents && end.residents.length > 0) ports.onChange?.(end.residents);
      return { state: 'failed', code: end.code };
    }
    waits.did();
    if (end.residents.length > 0) ports.onChange?.(end.residents);
    return { state: 'did', residents: end.residents };
  };

  return {
    async step(stop) {
      if (waits.now() < waits.until || isPaused) return { state: 'idle' };
      const attention = ports.attention ?? (() => 'on-screen' as const);
      for (const state of inOrder(homes, attention)) {
        const context = contextOf(state, stop);
        const looked = await lost.lookForNext(context, waits.now());
        if (looked !== null) return settle(looked);
        const deviceNow = waits.now();
        const end = await stepHome({
          context,
          place,
          state,
          attention: attention(state.home.id),
          deviceNow,
          purge,
        });
        if (end === null) continue;
        if (end.isRestored) await lost.begin();
        return settle(end);
      }
      return { state: 'idle' };
    },
    nextAt() {
      const now = waits.now();
      if (isPaused) return Infinity;
      return Math.max(waits.until, Math.min(...homes.map((state) => dueAt(state, now))));
    },
    poke(home) {
      for (const state of homes) {
        if (home !== undefined && state.home.id !== home) continue;
        state.roundDue = 0;
        state.quiet = 0;
      }
    },
    tryNow() {
      waits.endOwn();
      for (const state of homes) goAtOnce(state);
    },
    askedToWaitUntil: () => waits.askedUntil(),
    pause: () => void (isPaused = true),
    resume: () => void (isPaused = false),
    progress: (home) => homes.find((state) => state.home.id === home)?.progress ?? null,
  };
}

function limitsOf(ports: PullPorts) {
  const profile = ports.profile?.() ?? null;
  return {
    overlapMs: profile?.indexesLate === true ? OVERLAP_OF_LATE_INDEX_MS : OVERLAP_MS,
    readsVersions: profile?.hasHistory === true,
    // It names what was deleted on the whole server, so nobody asks for it who does not know that it is there.
    readsHistory: profile?.hasTypeHistory === true,
    gatherMs: ports.gatherMs ?? GATHER_MS,
    rowsAPage: ports.rowsAPage ?? LOAD_PAGE,
  };
}

/** A purge names no epoch, so it is asked before. @throws {EhchError} `overtaken` */
async function assertLeads({ leadership }: Store, epoch: number): Promise<void> {
  if ((await leadership.current()) === epoch) return;
  throw new EhchError('overtaken', 'Another window has taken over. Nothing was erased.');
}

function inOrder(homes: readonly HomeState[], attention: (home: string) => Attention): readonly HomeState[] {
  const rank = { 'on-screen': 0, other: 1, hidden: 2 };
  return [...homes].sort((one, other) => rank[attention(one.home.id)] - rank[attention(other.home.id)]);
}
