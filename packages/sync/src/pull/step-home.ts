import type { PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { purgeIfAsked, reasonOf, staysAfter, DECIDING_KINDS } from '../steps/sharing.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import type { HomeState } from './home-state.ts';
import { loadMembers } from './load-members.ts';
import { nextLoad } from './next-load.ts';
import { refreshMembers } from './members.ts';
import { noticeRestore } from './notice-restore.ts';
import type { Attention } from './polling.ts';
import { pollInterval } from './polling.ts';
import { gather } from './gather.ts';
import {
  checkpointOf,
  checkpointsOf,
  type Brought,
  type Feeding,
  type PageFailed,
  type PullContext,
  type StepEnd,
} from './pull-context.ts';
import { buildNextCards } from './build-cards.ts';
import { askChanges } from './pull-changes.ts';
import { readDeletions } from './read-deletions.ts';
import { beginComparing, reconcile } from './reconcile.ts';
import { PATIENTS_AT_ONCE, refreshPatients } from './refresh-patients.ts';

/** [P] Milliseconds between two readings of who lives in a home, and of the Patients in full. */
const MEMBERS_EVERY_MS = 900_000;
const PATIENTS_EVERY_MS = 900_000;
/** Milliseconds between two comparisons of everything. */
const COMPARE_EVERY_MS = 86_400_000;

export interface HomeStep {
  readonly context: PullContext;
  readonly place: PlaceConfiguration;
  readonly state: HomeState;
  readonly attention: Attention;
  /** Milliseconds by the device's clock. */
  readonly deviceNow: number;
  /** Erases one resident, if this leader still leads. */
  readonly purge: (resident: ResidentId, why: 'left-home') => Promise<void>;
}

export type HomeStepEnd = StepEnd & { readonly isRestored?: boolean };

/** Does the one thing of a home that is due now. `null`: nothing is. */
export async function stepHome(step: HomeStep): Promise<HomeStepEnd | null> {
  const { context, state, deviceNow } = step;
  const carded = await buildNextCards(context, state, 'daily');
  if (carded !== null) return carded;
  if (deviceNow >= state.membersDue) {
    const end = await refreshMembers(context, step.place, state.home, (one) => step.purge(one, 'left-home'));
    state.isLoaded = false;
    // Of a home whose list was never read nothing can be loaded. So it is due again after the pause of a failure.
    const isKnown = end.state === 'did' || (await membersOf(step)).length > 0;
    if (isKnown) state.membersDue = deviceNow + MEMBERS_EVERY_MS;
    return end;
  }
  const members = await membersOf(step);
  if (members.length === 0) return null;
  const end =
    (await loadNext(step, members)) ??
    (await lookAtSuspect(step, members)) ??
    (await pullNext(step)) ??
    (await readNextDeletions(step)) ??
    (await readPatients(step, members)) ??
    (await compareNext(step)) ??
    (await buildNextCards(context, state, 'after-changes'));
  if (end !== null) await obeyWishes(step, end.residents ?? []);
  return end;
}

async function membersOf({ context, state }: HomeStep): Promise<readonly ResidentId[]> {
  const kept = await context.copies.members(state.home.id);
  return (kept?.members ?? []).map(({ resident }) => resident);
}

async function loadNext(
  { context, state, deviceNow }: HomeStep,
  members: readonly ResidentId[],
): Promise<StepEnd | null> {
  if (state.isLoaded) return null;
  const next = await nextLoad(
    context,
    state,
    members,
    (kind) => allowed(context, state, members, kind),
    deviceNow,
  );
  if (next.length > 0) return loadMembers(context, next);
  state.isLoaded = true;
  return null;
}

async function lookAtSuspect(
  { context, state }: HomeStep,
  members: readonly ResidentId[],
): Promise<HomeStepEnd | null> {
  const [suspect, ...others] = state.suspects;
  if (suspect === undefined) return null;
  const { feed, mark } = suspect;
  const end = await noticeRestore(context, feed, mark, members);
  if (end.state === 'did') {
    state.suspects = others;
    state.cleared.set(feed.name, mark);
  }
  return end;
}

/** Pulls the next feeds of a round, and begins a round where one is due. */
async function pullNext({ context, state, attention, deviceNow }: HomeStep): Promise<StepEnd | null> {
  if (state.round.length === 0) {
    if (deviceNow < state.roundDue) return null;
    state.round = FEEDS;
    // One history serves both feeds of a kind.
    state.deletions =
      context.readsHistory && state.hasHistory ? FEEDS.filter(({ name, kind }) => name === kind) : [];
    state.foundSomething = false;
  }
  if (state.round.length === 0) return null;
  // Nothing else moves a checkpoint within a step, so one look at them is enough.
  const asked = await checkpointsOf(context, state.round);
  const ask = async ({ feed, checkpoint }: Feeding): Promise<Brought | PageFailed> => {
    const members = await allowed(context, state, checkpoint.members, feed.kind);
    return members.length === 0
      ? { state: 'brought', changes: [], checkpoint: null, isDone: true }
      : askChanges(context, feed, checkpoint, members);
  };
  const { brought, residents, failed } = await gather(context, asked, ask, { follows: false });
  const done = new Set<Feed>();
  for (const [at, { isDone, suspect: mark }] of brought.entries()) {
    const feed = asked[at]?.feed;
    if (feed === undefined) continue;
    if (isDone) done.add(feed);
    if (!context.guards.noticeRestore || !mark || state.cleared.get(feed.name) === mark) continue;
    state.suspects = [...state.suspects, { feed, mark }];
  }
  state.foundSomething ||= residents.length > 0;
  state.round = state.round.filter((feed) => !done.has(feed));
  if (failed) return { ...failed, residents };
  if (state.round.length === 0) {
    state.quiet = state.foundSomething ? 0 : state.quiet + 1;
    state.roundDue = deviceNow + pollInterval(attention, state.quiet);
  }
  return { state: 'did', residents, isDone: state.round.length === 0 };
}

async function readNextDeletions({ context, state }: HomeStep): Promise<StepEnd | null> {
  const [feed, ...others] = state.deletions;
  if (feed === undefined) return null;
  const checkpoint = await checkpointOf(context, feed);
  const end = await readDeletions(context, feed, checkpoint, checkpoint.members);
  if (end.state === 'did') state.deletions = others;
  if (end.state === 'did' && end.hasHistory === false) [state.hasHistory, state.deletions] = [false, []];
  return end;
}

async function readPatients(
  { context, state, deviceNow }: HomeStep,
  members: readonly ResidentId[],
): Promise<StepEnd | null> {
  if (state.patients.length === 0) {
    if (deviceNow < state.patientsDue) return null;
    state.patientsDue = deviceNow + PATIENTS_EVERY_MS;
    state.patients = members;
  }
  const end = await refreshPatients(context, state.patients.slice(0, PATIENTS_AT_ONCE));
  if (end.state === 'did') state.patients = state.patients.slice(PATIENTS_AT_ONCE);
  return end;
}

/** Compares one kind after another with the server, daily and after a restore. */
async function compareNext({ context, state }: HomeStep): Promise<StepEnd | null> {
  state.comparing ??= await nextComparing(context, state);
  if (state.comparing === null) return null;
  const end = await reconcile(context, state.comparing);
  if (end.state === 'did' && end.isDone) state.comparing = null;
  return end;
}

async function nextComparing(context: PullContext, state: HomeState): Promise<HomeState['comparing']> {
  const serverEpoch = await context.serverEpoch();
  for (const { feed, checkpoint } of await checkpointsOf(context, FEEDS)) {
    const isRestored = checkpoint.serverEpoch < serverEpoch;
    if (!isRestored && !isDue(checkpoint.reconciledAt, context.now())) continue;
    const members = await allowed(context, state, checkpoint.members, feed.kind);
    if (members.length === 0) continue;
    return beginComparing(
      FEEDS.filter(({ kind }) => kind === feed.kind),
      members,
      isRestored,
    );
  }
  return null;
}

function isDue(last: string | null, now: string): boolean {
  const passed = Date.parse(now) - Date.parse(last ?? '');
  return !(passed >= 0 && passed < COMPARE_EVERY_MS);
}

/** The residents of whom this kind may be kept. */
async function allowed(
  { copies, now }: PullContext,
  { reasons }: HomeState,
  residents: readonly ResidentId[],
  kind: Feed['kind'],
): Promise<readonly ResidentId[]> {
  if (DECIDING_KINDS.has(kind)) return residents;
  await Promise.all(
    residents.map(async (resident) => {
      if (reasons.has(resident)) return;
      reasons.set(resident, await reasonOf(copies, resident, now()));
    }),
  );
  return residents.filter((resident) => {
    const why = reasons.get(resident) ?? null;
    return why === null || staysAfter(why, kind);
  });
}

/**
 * Erases the copies of a resident who has objected to sharing meanwhile, or to whom access has ended. Only those are looked
 * at whose Patient or Consent this step has read, or of whom no copies may be kept as far as known: reading everybody's
 * whole record after each page would take longer than the load.
 */
async function obeyWishes({ context, state }: HomeStep, changed: readonly ResidentId[]): Promise<void> {
  const { copies, touched } = context;
  // An access that ended or came back changes who has to be loaded.
  if (changed.length > 0) state.isLoaded = false;
  const doubted = changed.filter((resident) => state.reasons.get(resident) !== null);
  for (const resident of new Set([...touched, ...doubted])) {
    const why = await purgeIfAsked(copies, resident, context.now(), await context.epoch());
    state.reasons.set(resident, why);
  }
}
