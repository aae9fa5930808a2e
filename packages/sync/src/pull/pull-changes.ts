import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import { keyOf } from '@ehch/store';
import type { Feed } from '../steps/queries.ts';
import { askFeed, askNext } from './ask-feed.ts';
import { gapOf, matchesIn } from './load-members.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { placed } from './resident-of.ts';
import { before, isAfter, newestOf } from './server-times.ts';

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
  const run = checkpoint.run ?? begin(context, checkpoint);
  const page =
    run.next === undefined
      ? await askFeed(context, feed, members, `&_sort=_lastUpdated&_count=200${since(context, run)}`)
      : await askNext(context, feed, run.next);
  if (page.state === 'failed') {
    // A link may have died. The keyset goes on without it.
    if (run.next === undefined) return page;
    const { next: _dead, ...rest } = run;
    await applyStep(context, [], [{ ...checkpoint, run: { ...rest, offset: 0 } }]);
    return page.status === undefined ? page : { state: 'did', residents: [], isDone: false };
  }
  if (page.state === 'withheld') return refuse(context, feed, checkpoint, members);
  const { changes, foreign } = placed(page.rows, context.base, members);
  const times = matchesIn(page);
  const highWater = newestOf([checkpoint.highWater, ...times]);
  const isDone = !page.more;
  const isWhole = page.gaps.length === 0 && foreign === 0 && run.missing === undefined;
  const next: Checkpoint = isDone
    ? { ...checkpoint, highWater, run: null, asOf: isWhole ? (run.begunAt ?? null) : checkpoint.asOf }
    : {
        ...checkpoint,
        highWater,
        run: goOn(context, run, page.next, times, isWhole, page.gaps.length + foreign),
      };
  const { residents } = await applyStep(context, changes, [next]);
  // The row at the high water lies inside the overlap, so it comes with every pull, unless it is gone.
  const isSuspect =
    isDone && checkpoint.highWater !== null && !times.some((time) => !isAfter(checkpoint.highWater, time));
  return { state: 'did', residents, isDone, ...(isSuspect ? { isSuspect } : {}) };
}

function begin({ now, overlapMs, guards }: PullContext, { highWater }: Checkpoint): PullRun {
  const since = highWater === null ? '' : guards.overlap ? before(highWater, overlapMs) : highWater;
  return { since, offset: 0, begunAt: now() };
}

function since({ guards }: PullContext, run: PullRun): string {
  return run.since === ''
    ? ''
    : `&_lastUpdated=${guards.inclusive ? 'ge' : 'gt'}${encodeURIComponent(run.since)}`;
}

function goOn(
  { guards }: PullContext,
  run: PullRun,
  link: string | null,
  times: readonly string[],
  isWhole: boolean,
  gaps: number,
): PullRun {
  const { next: _followed, ...rest } = run;
  const whole = isWhole ? {} : { missing: gapOf(gaps) };
  const last = newestOf(times);
  const moved = last !== null && last !== run.since;
  if (moved && guards.keyset) return { ...rest, ...whole, since: last, offset: 0 };
  const offset = run.offset + times.length;
  // All rows share one instant, as those of one transaction do.
  return link === null ? { ...rest, ...whole, offset } : { ...rest, ...whole, offset, next: link };
}

/** The server refuses the type now, so the copies from before are erased, and the refusal is kept. */
async function refuse(
  context: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
): Promise<StepEnd> {
  const state: KindState = { asOf: null, more: false, missing: [], last: { state: 'withheld', why: 'role' } };
  const changes = await Promise.all(
    members.map(async (resident): Promise<RecordChange> => {
      const { resources } = await context.copies.read(resident);
      const forgotten = resources.filter(({ type }) => type === kind).map(keyOf);
      return { resident, put: [], deleted: [], forgotten, kinds: { [kind]: state } };
    }),
  );
  // Whoever may see the type again is loaded anew.
  const { residents } = await applyStep(context, changes, [
    { ...checkpoint, run: null, highWater: null, members: [] },
  ]);
  return { state: 'did', residents, isDone: true };
}
