import type { PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { purgeIfAsked, reasonOf, staysAfter, DECIDING_KINDS } from '../steps/sharing.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import { inTurn, isPutOff, ROSTER, tryAgainLater, type HomeState } from './home-state.ts';
import { loadMembers } from './load-members.ts';
import { nextLoad } from './next-load.ts';
import { refreshMembers } from './members.ts';
import { noticeRestore } from './notice-restore.ts';
import type { Attention } from './polling.ts';
import { pollInterval } from './polling.ts';
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
import { gather } from './gather.ts';
import { ownNewestOf } from './own-newest.ts';
import { askChanges } from './pull-changes.ts';
import { readDeletions } from './read-deletions.ts';
import { beginComparing, reconcile } from './reconcile.ts';
import { PATIENTS_AT_ONCE, refreshPatients } from './refresh-patients.ts';

/** [P] Milliseconds between two readings of who lives in a home, and of the Patients in full. */
const MEMBERS_EVERY_MS = 900_000;
const PATIENTS_EVERY_MS = 900_000;
/** [P] The same for deletions. The history of a type is that of the whole server, so it is not read with every round. */
const DELETIONS_EVERY_MS = 900_000;
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

/** Does the one thing of a home that is due now. `null`: nothing is. */
export async function stepHome(step: HomeStep): Promise<StepEnd | null> {
  const end = await nextOf(step);
  step.state.isIdle = end === null;
  if (end !== null) await obeyWishes(step, end.residents ?? []);
  return end;
}

async function nextOf(step: HomeStep): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  const carded = await buildNextCards(context, state, 'daily');
  if (carded !== null) return carded;
  if (deviceNow >= state.membersDue && !isPutOff(state, ROSTER, deviceNow)) return readMembers(step);
  const held = await context.copies.members(state.home.id);
  const members = (held?.members ?? []).map(({ resident }) => resident);
  state.hasMembers = members.length > 0;
  if (members.length === 0) return null;
  return (
    (await loadNext(step, members)) ??
    (await lookAtSuspect(step, members)) ??
    (await pullNext(step, members)) ??
    (await readNextDeletions(step)) ??
    (await readPatients(step, members)) ??
    (await compareNext(step)) ??
    (await buildNextCards(context, state, 'after-changes'))
  );
}

/** Puts a piece of work off that failed, so that the next step does something else. */
function putOffIfFailed<End extends StepEnd>({ state, deviceNow }: HomeStep, name: string, end: End): End {
  if (end.state === 'failed') tryAgainLater(state, name, deviceNow);
  else state.again.delete(name);
  return end;
}

async function readMembers(step: HomeStep): Promise<StepEnd> {
  const { context, place, state, deviceNow, purge } = step;
  const end = await refreshMembers(context, place, state.home, (one) => purge(one, 'left-home'));
  if (end.state === 'did') {
    state.membersDue = deviceNow + MEMBERS_EVERY_MS;
    state.refused.clear();
  }
  state.isLoaded = false;
  return putOffIfFailed(step, ROSTER, end);
}

async function loadNext(step: HomeStep, members: readonly ResidentId[]): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  if (state.isLoaded) return null;
  const next = await nextLoad(
    context,
    state,
    members,
    (kind) => allowed(context, state, members, kind),
    deviceNow,
  );
  if (next === 'done') state.isLoaded = true;
  if (next === 'done' || next === 'later') return null;
  const end = await loadMembers(context, next);
  for (const [name, residents] of end.refused ?? []) noteRefused(state, name, residents);
  if (end.state === 'did') for (const { feed } of next) state.again.delete(`load ${feed.name}`);
  return putOffIfFailed(step, `load ${end.state === 'failed' ? end.feed?.name : ''}`, end);
}

function noteRefused({ refused }: HomeState, name: string, residents: readonly ResidentId[]): void {
  refused.set(name, new Set([...(refused.get(name) ?? []), ...residents]));
}

/** Times of one feed that were looked at, and are remembered. */
const MOST_CLEARED = 4;

async function lookAtSuspect(step: HomeStep, members: readonly ResidentId[]): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  const nameOf = ({ feed }: HomeState['suspects'][number]) => `suspect ${feed.name}`;
  const [suspect] = inTurn(state.suspects, nameOf, state, deviceNow);
  if (suspect === undefined) return null;
  const { feed, mark } = suspect;
  const end = await noticeRestore(context, feed, mark, members);
  if (end.state === 'did') {
    state.suspects = state.suspects.filter((one) => one !== suspect);
    // Of a feed, the last few times are enough: older ones are no marks any more.
    const former = [...(state.cleared.get(feed.name) ?? [])];
    if (end.isDone) state.cleared.set(feed.name, new Set([mark, ...former].slice(0, MOST_CLEARED)));
  }
  return putOffIfFailed(step, nameOf(suspect), end);
}

/** Pulls the next feed of a round, and begins a round where one is due. */
async function pullNext(step: HomeStep, home: readonly ResidentId[]): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  if (deviceNow >= state.roundDue) {
    state.ownNewest = await ownNewestOf(context, home);
    beginRound(state);
  }
  const feeds = inTurn(state.round, ({ name }) => `pull ${name}`, state, deviceNow);
  if (feeds.length === 0) return null;
  // Nothing else moves a checkpoint within a step, so one look at them is enough.
  const asked = await checkpointsOf(context, feeds);
  const ask = async ({ feed, checkpoint }: Feeding): Promise<Brought | PageFailed> => {
    const members = await allowed(context, state, checkpoint.members, feed.kind);
    return members.length === 0
      ? { state: 'brought', changes: [], checkpoint: null, isDone: true }
      : askChanges(context, feed, checkpoint, members, state.ownNewest.get(feed.kind) ?? null);
  };
  const { brought, residents, failed } = await gather(context, asked, ask, { follows: false });
  for (const [at, page] of brought.entries()) noteBrought(step, asked[at]?.feed, page);
  state.foundSomething ||= residents.length > 0;
  if (failed) tryAgainLater(state, `pull ${feeds[brought.length]?.name}`, deviceNow);
  endRound(step);
  const restored = brought.some(({ isRestored }) => isRestored) ? { isRestored: true as const } : {};
  if (failed) return { ...failed, residents, ...restored };
  return { state: 'did', residents, isDone: state.round.length === 0, ...restored };
}

function noteBrought(
  { context, state }: HomeStep,
  feed: Feed | undefined,
  { isDone, suspects, refused = [] }: Brought,
): void {
  if (feed === undefined) return;
  state.again.delete(`pull ${feed.name}`);
  noteRefused(state, feed.name, refused);
  if (isDone) state.round = state.round.filter((one) => one !== feed);
  const marks = context.guards.noticeRestore ? (suspects ?? []) : [];
  const open = marks.filter((mark) => !state.cleared.get(feed.name)?.has(mark));
  state.suspects = [...state.suspects, ...open.map((mark) => ({ feed, mark }))];
}

function beginRound(state: HomeState): void {
  state.round = FEEDS;
  state.roundDue = Infinity;
  state.foundSomething = false;
}

/** A round ends when every feed has had its turn. What failed comes again by itself, before the next round. */
function endRound({ state, attention, deviceNow }: HomeStep): void {
  const isOver = state.round.every(({ name }) => isPutOff(state, `pull ${name}`, deviceNow));
  if (!isOver || state.roundDue !== Infinity) return;
  state.quiet = state.foundSomething ? 0 : state.quiet + 1;
  state.roundDue = deviceNow + pollInterval(attention, state.quiet);
}

async function readNextDeletions(step: HomeStep): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  if (!context.readsHistory || !state.hasHistory) return null;
  if (state.deletions.length === 0 && deviceNow >= state.deletionsDue) {
    state.deletionsDue = deviceNow + DELETIONS_EVERY_MS;
    // One history serves both feeds of a kind.
    state.deletions = FEEDS.filter(({ name, kind }) => name === kind);
  }
  const [feed] = inTurn(state.deletions, ({ name }) => `deletions ${name}`, state, deviceNow);
  if (feed === undefined) return null;
  const checkpoint = await checkpointOf(context, feed);
  const end = await readDeletions(context, feed, checkpoint, checkpoint.members);
  if (end.state === 'did' && end.isDone) state.deletions = state.deletions.filter((one) => one !== feed);
  if (end.state === 'did' && end.hasHistory === false) [state.hasHistory, state.deletions] = [false, []];
  return putOffIfFailed(step, `deletions ${feed.name}`, end);
}

async function readPatients(step: HomeStep, members: readonly ResidentId[]): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  if (isPutOff(state, 'patients', deviceNow)) return null;
  if (state.patients.length === 0) {
    if (deviceNow < state.patientsDue) return null;
    state.patientsDue = deviceNow + PATIENTS_EVERY_MS;
    state.patients = members;
  }
  const end = await refreshPatients(context, state.patients.slice(0, PATIENTS_AT_ONCE));
  if (end.state === 'did') state.patients = state.patients.slice(PATIENTS_AT_ONCE);
  return putOffIfFailed(step, 'patients', end);
}

/** Failures after which a comparison is given up, and begun again after those of other kinds. */
const MOST_FAILURES = 10;

/** Compares one kind after another with the server, daily and after a restore. */
async function compareNext(step: HomeStep): Promise<StepEnd | null> {
  const { context, state, deviceNow } = step;
  state.comparing ??= await nextComparing(context, state, deviceNow);
  const { comparing } = state;
  if (comparing === null) return null;
  const end = await reconcile(context, comparing);
  if (end.state === 'did' && end.isDone) state.comparing = null;
  if (end.state === 'failed' && ++comparing.failures >= MOST_FAILURES) {
    tryAgainLater(state, `compare ${comparing.feeds[0]?.kind}`, deviceNow);
    state.comparing = null;
  }
  return end;
}

async function nextComparing(
  context: PullContext,
  state: HomeState,
  deviceNow: number,
): Promise<HomeState['comparing']> {
  const serverEpoch = await context.serverEpoch();
  for (const { feed, checkpoint } of await checkpointsOf(context, FEEDS)) {
    if (isPutOff(state, `compare ${feed.kind}`, deviceNow)) continue;
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
