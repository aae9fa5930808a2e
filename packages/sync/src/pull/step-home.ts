import type { PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { purgeIfAsked, reasonToPurge, staysAfter, DECIDING_KINDS } from '../steps/sharing.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import type { HomeState } from './home-state.ts';
import { loadMembers } from './load-members.ts';
import { nextLoad } from './next-load.ts';
import { refreshMembers } from './members.ts';
import { noticeRestore } from './notice-restore.ts';
import type { Attention } from './polling.ts';
import { pollInterval } from './polling.ts';
import { checkpointOf, type PullContext, type StepEnd } from './pull-context.ts';
import { pullChanges } from './pull-changes.ts';
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
  if (deviceNow >= state.membersDue) {
    state.membersDue = deviceNow + MEMBERS_EVERY_MS;
    const end = await refreshMembers(context, step.place, state.home, (one) => step.purge(one, 'left-home'));
    state.isLoaded = false;
    state.refused.clear();
    return end;
  }
  const members = ((await context.copies.members(state.home.id))?.members ?? []).map(
    ({ resident }) => resident,
  );
  if (members.length === 0) return null;
  const end =
    (await loadNext(step, members)) ??
    (await lookAtSuspect(step, members)) ??
    (await pullNext(step)) ??
    (await readNextDeletions(step)) ??
    (await readPatients(step, members)) ??
    (await compareNext(step));
  if (end?.state === 'did') await obeyWishes(step, end.residents);
  return end;
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
  if (next !== null) {
    const end = await loadMembers(context, next.feed, next.checkpoint, next.loading);
    noteRefused(state, next.feed, end);
    return end;
  }
  state.isLoaded = true;
  return null;
}

function noteRefused({ refused }: HomeState, { name }: Feed, end: StepEnd): void {
  if (end.state === 'did' && end.refused)
    refused.set(name, new Set([...(refused.get(name) ?? []), ...end.refused]));
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
    if (end.isDone) state.cleared.set(feed.name, mark);
  }
  return end;
}

/** Pulls the next feed of a round, and begins a round where one is due. */
async function pullNext({ context, state, attention, deviceNow }: HomeStep): Promise<StepEnd | null> {
  if (state.round.length === 0) {
    if (deviceNow < state.roundDue) return null;
    state.round = FEEDS;
    // One history serves both feeds of a kind.
    state.deletions =
      context.readsHistory && state.hasHistory ? FEEDS.filter(({ name, kind }) => name === kind) : [];
    state.foundSomething = false;
  }
  const [feed, ...others] = state.round;
  if (feed === undefined) return null;
  const checkpoint = await checkpointOf(context, feed);
  const members = await allowed(context, state, checkpoint.members, feed.kind);
  const end: StepEnd =
    members.length === 0
      ? { state: 'did', residents: [], isDone: true }
      : await pullChanges(context, feed, checkpoint, members);
  if (end.state === 'failed') return end;
  noteRefused(state, feed, end);
  state.foundSomething ||= end.residents.length > 0;
  const mark = context.guards.noticeRestore ? end.suspect : undefined;
  if (mark && state.cleared.get(feed.name) !== mark) state.suspects = [...state.suspects, { feed, mark }];
  if (!end.isDone) return end;
  state.round = others;
  if (others.length === 0) {
    state.quiet = state.foundSomething ? 0 : state.quiet + 1;
    state.roundDue = deviceNow + pollInterval(attention, state.quiet);
  }
  return end;
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
  for (const feed of FEEDS) {
    const checkpoint = await checkpointOf(context, feed);
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
  const found: ResidentId[] = [];
  for (const resident of residents) {
    if (!reasons.has(resident))
      reasons.set(resident, reasonToPurge(await copies.read(resident), resident, now()));
    const why = reasons.get(resident) ?? null;
    if (why === null || staysAfter(why, kind)) found.push(resident);
  }
  return found;
}

/** Erases the copies of a resident who has objected to sharing meanwhile, or to whom access has ended. */
async function obeyWishes({ context, state }: HomeStep, changed: readonly ResidentId[]): Promise<void> {
  // An access that ended or came back changes who has to be loaded.
  if (changed.length > 0) state.isLoaded = false;
  for (const resident of changed) {
    state.reasons.delete(resident);
    await purgeIfAsked(context.copies, resident, context.now(), await context.epoch());
  }
}
