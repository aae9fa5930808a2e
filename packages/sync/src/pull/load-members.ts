import type { Gap, ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import type { PageRow } from '../pages/page-rows.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import { askFeed, askNext, type FedPage } from './ask-feed.ts';
import { gather, refusedIn } from './gather.ts';
import {
  checkpointsOf,
  type Brought,
  type Feeding,
  type PageFailed,
  type PullContext,
  type StepEnd,
} from './pull-context.ts';
import { following, rowsAfter } from './pull-run.ts';
import { placed } from './resident-of.ts';
import { newestUpTo } from './server-times.ts';

/** A feed of which residents lack the first load, and how far it is. */
export interface OpenLoad extends Feeding {
  readonly loading: readonly ResidentId[];
}

/** The next page of each of these feeds, as far as the step goes. Each feed has another kind. */
export async function loadMembers(context: PullContext, loads: readonly OpenLoad[]): Promise<StepEnd> {
  let last: Feed | null = null;
  const ask = (load: OpenLoad) => {
    last = load.feed;
    return loadPage(context, load);
  };
  const { brought, residents, failed } = await gather(context, loads, ask, { follows: true });
  const ended = brought.flatMap(({ isDone, changes }) =>
    isDone ? changes.map(({ resident }) => resident) : [],
  );
  const changed = [...new Set([...residents, ...ended])];
  const refused = refusedIn(brought);
  return failed
    ? { ...failed, residents: changed, refused, feed: last }
    : { state: 'did', residents: changed, isDone: true, refused };
}

/**
 * One page of the first load of one feed, for residents who have not been loaded. It goes from the newest rows to older
 * ones. The server's links are followed; where a link has died, the time of the last row goes on (SPEC L3).
 */
async function loadPage(
  context: PullContext,
  { feed, checkpoint, loading }: OpenLoad,
): Promise<Brought | PageFailed> {
  const run: PullRun = checkpoint.run ?? { since: '', offset: 0, loading, begunAt: context.now() };
  const whom = run.loading ?? loading;
  const page =
    run.next === undefined
      ? await askFeed(context, feed, whom, `&_sort=-_lastUpdated&_count=${context.rowsAPage}${upTo(run)}`)
      : await askNext(context, feed, run.next);
  if (page.state !== 'loaded' && run.next !== undefined && isDeadLink(page)) {
    const { next: _dead, ...rest } = run;
    return { state: 'brought', changes: [], checkpoint: { ...checkpoint, run: rest }, isDone: false };
  }
  if (page.state === 'failed') return page;
  if (page.state === 'withheld') return end(context, feed, checkpoint, run, { refused: whom });
  const { changes, foreign } = placed(page.rows, { kind: feed.kind, base: context.base, residents: whom });
  const missing = [...(run.missing ?? []), ...page.gaps, ...gapOf(foreign)];
  // The newest row of the first page is a time before which nothing is missed: changes during the load are newer.
  const since = run.since || (newestUpTo(matchesIn(page), page.servedAt) ?? '');
  const read = rowsAfter(run, page.rows.length);
  const follows = page.next === null ? null : following(run, page.next);
  if (follows === null || read > MOST_ROWS) {
    const state: KindState = {
      asOf: run.begunAt ?? context.now(),
      more: page.more,
      missing,
      last: { state: 'loaded' },
    };
    return end(context, feed, checkpoint, { ...run, since }, { refused: page.refused, changes, state });
  }
  const last = matchesIn(page).at(-1);
  const next: PullRun = {
    ...run,
    since,
    offset: read,
    ...follows,
    ...(missing.length === 0 ? {} : { missing }),
    ...(last ? { upTo: last } : {}),
  };
  return { state: 'brought', changes, checkpoint: { ...checkpoint, run: next }, isDone: false };
}

/** Rows that one question may have. Beyond it a list is cut, and says so (SPEC L9): its links may never end. */
export const MOST_ROWS = 100_000;

const REFUSED: KindState = { asOf: null, more: false, missing: [], last: { state: 'withheld', why: 'role' } };

/** What the last page of a load has brought, and who is refused. */
interface Ended {
  readonly refused: readonly ResidentId[];
  readonly changes?: readonly RecordChange[];
  readonly state?: KindState;
}

/**
 * Ends the load of a feed: its residents are members from here on, but for those who are refused. Their kind has an outcome.
 */
async function end(
  context: PullContext,
  feed: Feed,
  checkpoint: Checkpoint,
  run: PullRun,
  { refused, changes = [], state = REFUSED }: Ended,
): Promise<Brought> {
  const whom = run.loading ?? [];
  const loaded = whom.filter((resident) => !refused.includes(resident));
  const isFirst = checkpoint.members.length === 0;
  const done: Checkpoint = {
    ...checkpoint,
    run: null,
    members: [...new Set([...checkpoint.members, ...loaded])],
    // Later residents join the increments of the first ones, which begin before their load.
    highWater: isFirst ? run.since || null : checkpoint.highWater,
    historySince: isFirst ? run.since || null : checkpoint.historySince,
    asOf: isFirst ? (run.begunAt ?? null) : checkpoint.asOf,
    // Rows move while several pages are read, so a row may have slipped between two of them: compare at once.
    reconciledAt: run.offset > 0 ? null : isFirst ? (run.begunAt ?? null) : checkpoint.reconciledAt,
  };
  const byResident = new Map(changes.map((change) => [change.resident, change]));
  const others = await otherFeeds(context, feed);
  const all = await Promise.all(
    whom.map(async (resident): Promise<RecordChange> => {
      const change = byResident.get(resident) ?? { resident, put: [], deleted: [], kinds: {} };
      const own = refused.includes(resident) ? REFUSED : state;
      const kind = await kindState(context, others, { feed, resident, state: own });
      return kind === null ? change : { ...change, kinds: { [feed.kind]: kind } };
    }),
  );
  return { state: 'brought', changes: all, checkpoint: done, isDone: true, refused };
}

/** How far the other feeds of this kind are. */
async function otherFeeds(context: PullContext, feed: Feed): Promise<readonly Checkpoint[]> {
  const others = FEEDS.filter(({ kind, name }) => kind === feed.kind && name !== feed.name);
  if (others.length === 0) return [];
  return (await checkpointsOf(context, others)).map(({ checkpoint }) => checkpoint);
}

/** The state of the kind, once all its feeds have been loaded for this resident. `null`: one is still to come. */
async function kindState(
  { copies }: PullContext,
  others: readonly Checkpoint[],
  {
    feed,
    resident,
    state,
  }: { readonly feed: Feed; readonly resident: ResidentId; readonly state: KindState },
): Promise<KindState | null> {
  if (others.length === 0) return state;
  if (!others.every(({ members }) => members.includes(resident))) {
    // The first of two feeds had a gap or was refused: that is kept until the second has come.
    return state.last.state === 'loaded' && state.missing.length === 0 ? null : { ...state, asOf: null };
  }
  const former = (await copies.kinds(resident)).get(feed.kind);
  if (state.last.state === 'loaded' && former?.last.state === 'withheld') return former;
  const known = former?.missing ?? [];
  // That the server keeps no such type is said once, however many questions there are about it.
  const isKnown = known.some(({ why }) => why === 'not-offered');
  const own = state.missing.filter(({ why }) => why !== 'not-offered' || !isKnown);
  return { ...state, missing: [...known, ...own] };
}

function upTo(run: PullRun): string {
  return run.upTo === undefined ? '' : `&_lastUpdated=le${encodeURIComponent(run.upTo)}`;
}

/** A search that the server has forgotten, as HAPI does after an hour, or after a restart. */
function isDeadLink(page: Exclude<FedPage, { state: 'loaded' }>): boolean {
  // A refusal of a link says nothing about the question.
  if (page.state === 'withheld') return true;
  const { status } = page;
  return status === 400 || status === 404 || status === 410;
}

export function matchesIn({ rows }: { readonly rows: readonly PageRow[] }): readonly string[] {
  return rows.flatMap(({ isMatch, stored }) => (isMatch && stored.updated !== null ? [stored.updated] : []));
}

/** Rows of other people or types in an answer: the server did not answer what was asked, so the list may lack rows. */
export function gapOf(foreign: number): readonly Gap[] {
  return foreign === 0 ? [] : [{ why: 'unreadable', what: 'entries that do not belong here' }];
}
