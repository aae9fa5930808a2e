import type { Gap, ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import { keyOf } from '@ehch/store';
import { PAGE, type Feed } from '../steps/queries.ts';
import { askFeed, askNext, type FedPage } from './ask-feed.ts';
import { comparedAt } from './confirm-return.ts';
import { following, gapOf, matchesIn, MOST_ROWS, rowsAfter } from './load-members.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { placed } from './resident-of.ts';
import { before, isAfter, isAhead, newestOf, newestUpTo } from './server-times.ts';

/**
 * One page of what has changed in one feed since its high water.
 *
 * - L1: `ge`, sorted, from before the high water, by the server's times alone.
 * - L2: the cursor goes with its page, and what came along moves no cursor.
 * - L3: the next page begins at the last row's time. Only inside one instant the server's link is followed.
 * - L4: fewer rows than asked for are no end. The end has no link.
 *
 * @param members whom to ask for: the checkpoint's members without those whose record may not be kept
 */
export async function pullChanges(
  context: PullContext,
  feed: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
): Promise<StepEnd> {
  const { guards } = context;
  const run = checkpoint.run ?? begin(context, checkpoint);
  const page =
    run.next === undefined
      ? await askFeed(context, feed, members, `&_sort=_lastUpdated&_count=${PAGE}${since(context, run)}`)
      : await askNext(context, feed, run.next);
  if (page.state !== 'loaded' && run.next !== undefined)
    return goOnWithoutLink(context, checkpoint, run, page);
  if (page.state === 'failed') return page;
  if (page.state === 'withheld') return refuse(context, feed, checkpoint, members);
  // Who is refused is asked about no more. The rest is pulled again without them, from where it stands.
  if (page.refused.length > 0) return refuse(context, feed, checkpoint, page.refused);
  if (run.offset > MOST_ROWS) return giveUp(context, checkpoint);
  const { changes, foreign } = placed(page.rows, { kind: feed.kind, base: context.base, residents: members });
  const times = matchesIn(page);
  // What is committed while a run goes on may lie before the rows that it has passed. So the high water becomes what the
  // first page showed, and the rest of a long run is read once more.
  const newest = newestUpTo(times, page.servedAt);
  const ceiling = run.ceiling ?? newest;
  // A high water that the server has not come to yet hides what was recorded since, so both sides are compared at once.
  const isLost = isAhead(checkpoint.highWater, page.servedAt, context.overlapMs);
  const former = isLost ? null : checkpoint.highWater;
  const highWater = newestOf([former, guards.ceiling ? ceiling : newest]);
  const way = wayOn(context, run, page, times);
  const after = withPage(run, times, gapOf(way.lacks + foreign));
  const next: Checkpoint = way.isDone
    ? ended(checkpoint, after, highWater)
    : {
        ...checkpoint,
        ...(guards.ceiling ? {} : { highWater }),
        run: { ...goOn(after, way, times), ...(ceiling === null ? {} : { ceiling }) },
      };
  const reconciledAt = isLost || way.isUnsorted ? null : await comparedAt(context, checkpoint, changes);
  const { residents } = await applyStep(context, changes, [{ ...next, reconciledAt }]);
  const isSuspect = way.isDone && after.mark !== undefined;
  return { state: 'did', residents, isDone: way.isDone, ...(isSuspect ? { suspect: after.mark } : {}) };
}

/** How a run goes on after a page. */
interface WayOn {
  readonly isDone: boolean;
  /** The rows do not come in the order of their times: the server ignores `_sort`, so their times lead nowhere. */
  readonly isUnsorted: boolean;
  /** Whether the rows lead to a later time, so that the keyset can go on. */
  readonly movesOn: boolean;
  /** `null`: there is none that may be followed, or it leads back. */
  readonly link: ReturnType<typeof following>;
  /** What the page lacks. Where the keyset goes on, a link that may not be followed leaves nothing out. */
  readonly lacks: number;
}

function wayOn(
  { guards }: PullContext,
  run: PullRun,
  { more, next, gaps }: Extract<FedPage, { state: 'loaded' }>,
  times: readonly string[],
): WayOn {
  const isInOrder = times.every((time, at) => at === 0 || !isAfter(times[at - 1] ?? null, time));
  const isUnsorted = run.followsLinks === true || (more && !isInOrder);
  const last = newestOf(times);
  const movesOn = guards.keyset && !isUnsorted && last !== null && last !== run.since;
  const link = next === null ? null : following(run, next);
  // The end where neither the rows' times nor a link goes on. The gap says so.
  const isStuck = more && link === null && !movesOn;
  const ofLink = next !== null && isStuck ? 1 : more && next === null && !isStuck ? -1 : 0;
  return { isDone: !more || isStuck, isUnsorted, movesOn, link, lacks: Math.max(0, gaps.length + ofLink) };
}

/** A link may have died, and a refusal of a link says nothing about the question. The keyset goes on without it. */
async function goOnWithoutLink(
  context: PullContext,
  checkpoint: Checkpoint,
  run: PullRun,
  failure: Exclude<FedPage, { state: 'loaded' }>,
): Promise<StepEnd> {
  if (run.followsLinks) return giveUp(context, checkpoint);
  const { next: _dead, pages: _linked, seen: _remembered, ...rest } = run;
  await applyStep(context, [], [{ ...checkpoint, run: { ...rest, offset: 0 } }]);
  const isUnanswered = failure.state === 'failed' && failure.status === undefined;
  return isUnanswered ? failure : { state: 'did', residents: [], isDone: false };
}

/** L9. Links that never end, or die where nothing else leads on: nothing counts as known, and the next pull begins anew. */
async function giveUp(context: PullContext, checkpoint: Checkpoint): Promise<StepEnd> {
  await applyStep(context, [], [{ ...checkpoint, run: null }]);
  return { state: 'failed', code: 'malformed', retryAfterMs: null };
}

/** The checkpoint after a run. Where something was missing, all of it is asked for again before anything counts as checked. */
function ended(checkpoint: Checkpoint, { missing, begunAt }: PullRun, highWater: string | null): Checkpoint {
  return missing === undefined
    ? { ...checkpoint, highWater, run: null, asOf: begunAt ?? null }
    : { ...checkpoint, run: null };
}

/** The run after a page: the row at the high water may have come, and what is missing is missing to the end. */
function withPage(run: PullRun, times: readonly string[], missing: readonly Gap[]): PullRun {
  const { mark, ...rest } = run;
  const isThere = mark === undefined || times.some((time) => Date.parse(time) === Date.parse(mark));
  return { ...rest, ...(isThere ? {} : { mark }), ...(missing.length === 0 ? {} : { missing }) };
}

function begin({ now, overlapMs, guards }: PullContext, { highWater }: Checkpoint): PullRun {
  const since = highWater === null ? '' : guards.overlap ? before(highWater, overlapMs) : highWater;
  return { since, offset: 0, begunAt: now(), ...(highWater === null ? {} : { mark: highWater }) };
}

function since({ guards }: PullContext, run: PullRun): string {
  return run.since === ''
    ? ''
    : `&_lastUpdated=${guards.inclusive ? 'ge' : 'gt'}${encodeURIComponent(run.since)}`;
}

function goOn(run: PullRun, { movesOn, isUnsorted, link }: WayOn, times: readonly string[]): PullRun {
  const { next: _followed, pages: _linked, seen: _remembered, ...rest } = run;
  if (movesOn) return { ...rest, since: newestOf(times) ?? run.since, offset: 0 };
  // All rows share one instant, as those of one transaction do, or their order says nothing.
  return {
    ...rest,
    offset: rowsAfter(run, times.length),
    ...link,
    ...(isUnsorted && { followsLinks: true }),
  };
}

/** The server refuses the type of these residents now: their copies from before are erased, and the refusal is kept. */
async function refuse(
  context: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  refused: readonly ResidentId[],
): Promise<StepEnd> {
  const state: KindState = { asOf: null, more: false, missing: [], last: { state: 'withheld', why: 'role' } };
  const changes = await Promise.all(
    refused.map(async (resident): Promise<RecordChange> => {
      const { resources } = await context.copies.read(resident);
      const forgotten = resources.filter(({ type }) => type === kind).map(keyOf);
      return { resident, put: [], deleted: [], forgotten, kinds: { [kind]: state } };
    }),
  );
  // Whoever may see the type again is loaded anew.
  const members = checkpoint.members.filter((resident) => !refused.includes(resident));
  const left = members.length === 0 ? { highWater: null, members } : { members };
  const { residents } = await applyStep(context, changes, [{ ...checkpoint, run: null, ...left }]);
  return { state: 'did', residents, isDone: members.length === 0, refused };
}
