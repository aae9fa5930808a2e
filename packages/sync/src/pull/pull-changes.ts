import type { Gap, ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import { keyOf } from '@ehch/store';
import { PAGE, type Feed } from '../steps/queries.ts';
import { askFeed, askNext } from './ask-feed.ts';
import { comparedAt } from './confirm-return.ts';
import { following, gapOf, matchesIn, MOST_ROWS, rowsAfter } from './load-members.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { placed } from './resident-of.ts';
import { before, isAhead, newestOf, newestUpTo } from './server-times.ts';

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
  if (page.state !== 'loaded' && run.next !== undefined) {
    // A link may have died, and a refusal of a link says nothing about the question. The keyset goes on without it.
    const { next: _dead, ...rest } = run;
    await applyStep(context, [], [{ ...checkpoint, run: { ...rest, offset: 0 } }]);
    const isUnanswered = page.state === 'failed' && page.status === undefined;
    return isUnanswered ? page : { state: 'did', residents: [], isDone: false };
  }
  if (page.state === 'failed') return page;
  if (page.state === 'withheld') return refuse(context, feed, checkpoint, members);
  // Who is refused is asked about no more. The rest is pulled again without them, from where it stands.
  if (page.refused.length > 0) return refuse(context, feed, checkpoint, page.refused);
  if (run.offset > MOST_ROWS) {
    // L9. Links inside one instant that never end: nothing new is said to be known, and the next pull begins anew.
    await applyStep(context, [], [{ ...checkpoint, run: null }]);
    return { state: 'failed', code: 'malformed', retryAfterMs: null };
  }
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
  // A link that may not be followed, or leads back, is the end where the rows' times do not go on either. The gap says so.
  const link = page.next === null ? null : following(run, page.next);
  const isStuck = page.more && link === null && !movesOn(run, times);
  const isDone = !page.more || isStuck;
  // Where the keyset goes on, a link that may not be followed leaves nothing out.
  const isWithoutLink = page.more && page.next === null && !isStuck;
  const isCircle = page.next !== null && isStuck;
  const lacks = Math.max(0, page.gaps.length - (isWithoutLink ? 1 : 0)) + foreign + (isCircle ? 1 : 0);
  const after = withPage(run, times, gapOf(lacks));
  const next: Checkpoint = isDone
    ? ended(checkpoint, after, highWater)
    : {
        ...checkpoint,
        ...(guards.ceiling ? {} : { highWater }),
        run: { ...goOn(context, after, link, times), ...(ceiling === null ? {} : { ceiling }) },
      };
  const reconciledAt = isLost ? null : await comparedAt(context, checkpoint, changes);
  const { residents } = await applyStep(context, changes, [{ ...next, reconciledAt }]);
  return { state: 'did', residents, isDone, ...(isDone && after.mark ? { suspect: after.mark } : {}) };
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

/** Whether the rows lead to a later time, so that the keyset can go on. */
function movesOn({ since }: PullRun, times: readonly string[]): boolean {
  const last = newestOf(times);
  return last !== null && last !== since;
}

function goOn(
  { guards }: PullContext,
  run: PullRun,
  link: ReturnType<typeof following>,
  times: readonly string[],
): PullRun {
  const { next: _followed, pages: _linked, seen: _remembered, ...rest } = run;
  if (movesOn(run, times) && guards.keyset)
    return { ...rest, since: newestOf(times) ?? run.since, offset: 0 };
  // All rows share one instant, as those of one transaction do.
  const offset = rowsAfter(run, times.length);
  return { ...rest, offset, ...link };
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
