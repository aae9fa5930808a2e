import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import { keyOf } from '@ehch/store';
import { PAGE, type Feed } from '../steps/queries.ts';
import { askFeed, askNext, type FedPage } from './ask-feed.ts';
import { comparedAt } from './confirm-return.ts';
import { gapOf, matchesIn, MOST_ROWS } from './load-members.ts';
import { applyStep, type Brought, type PageFailed, type PullContext } from './pull-context.ts';
import { beginRun, isInsideInstant, noted, runAfter, withoutLink } from './pull-run.ts';
import { placed } from './resident-of.ts';
import { offeredOtherwise } from './offered-otherwise.ts';
import { isVersionGivenAgain } from './version-given-again.ts';
import { isAfter, isAhead, newestOf, newestUpTo } from './server-times.ts';

/**
 * One page of what has changed in one feed since its high water, to be stored with its cursor.
 *
 * - L1: `ge`, sorted, from before the high water, by the server's times alone.
 * - L2: the cursor goes with its page, and what came along moves no cursor.
 * - L3: the next page begins at the last row's time. Only inside one instant the server's link is followed.
 * - L4: fewer rows than asked for are no end. The end has no link.
 *
 * @param members whom to ask for: the checkpoint's members without those whose record may not be kept
 * @param ownNewest the time of a copy that no pull has brought, as one of a write of ours
 */
export async function askChanges(
  context: PullContext,
  feed: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
  ownNewest: string | null = null,
): Promise<Brought | PageFailed> {
  const { now, overlapMs, guards } = context;
  const marks = [checkpoint.highWater, ownNewest].filter((mark) => mark !== null);
  const run = checkpoint.run ?? { ...beginRun(checkpoint, marks, overlapMs, guards), begunAt: now() };
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
  const isLacking = page.gaps.some(({ why }) => why === 'not-offered');
  const turned = await offeredOtherwise(context, feed, checkpoint, members, isLacking);
  if (turned !== null) return turned;
  const { changes, foreign } = placed(page.rows, { kind: feed.kind, base: context.base, residents: members });
  const times = matchesIn(page);
  const isFresh = isInsideInstant(run, times) && (await bringsNews(context, changes));
  const { more, next: link, servedAt } = page;
  // Nothing of what the server does not keep is missing from what it has changed.
  const lost = page.gaps.filter(({ why }) => why !== 'not-offered').length;
  const seenPage = { times, more, link, servedAt, gaps: lost + foreign, isFresh };
  const seen = noted(run, seenPage, checkpoint.run === null);
  const { run: next, isDoubtful, lacks } = runAfter(seen, seenPage, guards);
  // What is missing is missing to the end.
  const missing = lacks === 0 ? seen.missing : gapOf(lacks);
  const stillMissing = missing === undefined ? {} : { missing };
  // A high water that the server has not come to yet hides what was recorded since, so both sides are compared at once.
  const isLost = isAhead(checkpoint.highWater, servedAt, overlapMs);
  const former = isLost ? null : checkpoint.highWater;
  const after: Checkpoint = {
    ...(next === null
      ? ended(checkpoint, { ...seen, ...stillMissing }, former)
      : { ...checkpoint, run: { ...next, ...stillMissing } }),
    ...(guards.ceiling ? {} : { highWater: newestOf([former, newestUpTo(times, servedAt)]) }),
    // Rows may have been skipped, so both sides are compared at once.
    reconciledAt: isDoubtful || isLost ? null : await comparedAt(context, checkpoint, changes),
  };
  const isDone = next === null;
  const suspects = isDone ? (seen.marks ?? []) : [];
  const restored = (await isVersionGivenAgain(context, changes)) ? { isRestored: true as const } : {};
  return { state: 'brought', changes, checkpoint: after, isDone, suspects, ...restored };
}

function since({ guards }: PullContext, run: PullRun): string {
  return run.since === ''
    ? ''
    : `&_lastUpdated=${guards.inclusive ? 'ge' : 'gt'}${encodeURIComponent(run.since)}`;
}

/**
 * The checkpoint of a run that came to its end. Only what was known at its beginning moves the high water. Where something
 * was missing, all of it is asked for again before anything counts as checked.
 */
function ended(
  checkpoint: Checkpoint,
  { ceiling, newest, missing, begunAt }: PullRun,
  former: string | null,
): Checkpoint {
  if (missing !== undefined) return { ...checkpoint, run: null };
  const { reached: _former, ...rest } = checkpoint;
  return {
    ...rest,
    highWater: newestOf([former, ceiling ?? null]),
    ...(newest === undefined ? {} : { reached: newest }),
    run: null,
    asOf: begunAt ?? null,
  };
}

/** Whether a page holds a row that is newer than the copy here, or that is not here at all. */
async function bringsNews({ copies }: PullContext, changes: readonly RecordChange[]): Promise<boolean> {
  for (const { resident, put } of changes) {
    const held = await copies.versions(resident);
    const isNews = put.some((row) => {
      const own = held.get(keyOf(row));
      return own === undefined || isAfter(row.updated, own.updated);
    });
    if (isNews) return true;
  }
  return false;
}

/** A link may have died, and a refusal of a link says nothing about the question. The keyset goes on without it. */
async function goOnWithoutLink(
  context: PullContext,
  checkpoint: Checkpoint,
  run: PullRun,
  failure: Exclude<FedPage, { state: 'loaded' }>,
): Promise<Brought | PageFailed> {
  const rest = withoutLink(run);
  if (rest === null) return giveUp(context, checkpoint);
  const without: Checkpoint = { ...checkpoint, run: rest };
  if (failure.state === 'withheld' || failure.status !== undefined)
    return { state: 'brought', changes: [], checkpoint: without, isDone: false };
  await applyStep(context, [], [without]);
  return failure;
}

/** L9. Links that never end, or always die: nothing new is said to be known, and the next pull begins anew. */
async function giveUp(context: PullContext, checkpoint: Checkpoint): Promise<PageFailed> {
  await applyStep(context, [], [{ ...checkpoint, run: null }]);
  return { state: 'failed', code: 'malformed', retryAfterMs: null };
}

/** The server refuses the type of these residents now: their copies from before are erased, and the refusal is kept. */
async function refuse(
  context: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  refused: readonly ResidentId[],
): Promise<Brought> {
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
  const without: Checkpoint = { ...checkpoint, run: null, ...left };
  return { state: 'brought', changes, checkpoint: without, isDone: members.length === 0, refused };
}
