import type { Gap, ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, PullRun, RecordChange } from '@ehch/store';
import type { PageRow } from '../pages/page-rows.ts';
import { FEEDS, PAGE, type Feed } from '../steps/queries.ts';
import { askFeed, askNext, type FedPage } from './ask-feed.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { placed } from './resident-of.ts';
import { newestUpTo } from './server-times.ts';

/**
 * One page of the first load of one feed, for residents who have not been loaded. It goes from the newest rows to older
 * ones. The server's links are followed; where a link has died, the time of the last row goes on (SPEC L3).
 */
export async function loadMembers(
  context: PullContext,
  feed: Feed,
  checkpoint: Checkpoint,
  loading: readonly ResidentId[],
): Promise<StepEnd> {
  const run: PullRun = checkpoint.run ?? { since: '', offset: 0, loading, begunAt: context.now() };
  const whom = run.loading ?? loading;
  const page =
    run.next === undefined
      ? await askFeed(context, feed, whom, `&_sort=-_lastUpdated&_count=${PAGE}${upTo(run)}`)
      : await askNext(context, feed, run.next);
  if (page.state !== 'loaded' && run.next !== undefined && isDeadLink(page)) {
    const { next: _dead, ...rest } = run;
    await applyStep(context, [], [{ ...checkpoint, run: rest }]);
    return { state: 'did', residents: [], isDone: false };
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
  const { residents } = await applyStep(context, changes, [{ ...checkpoint, run: next }]);
  return { state: 'did', residents, isDone: false };
}

/** Rows that one question may have. Beyond it a list is cut, and says so (SPEC L9): its links may never end. */
export const MOST_ROWS = 100_000;

/** Rows that a page counts for at least, so that pages of one row each come to an end within some thousand requests. */
const FEWEST_ROWS = 20;

/** How far a question is after a page. A page without rows counts as a whole one, because it may have no end. */
export function rowsAfter({ offset }: PullRun, rows: number): number {
  return offset + (rows === 0 ? PAGE : Math.max(rows, FEWEST_ROWS));
}

/**
 * The link that a run follows next. `null`: it has followed it before. One link is remembered, and another one after 1, 2,
 * 4, 8 … pages, so that a circle of any length is noticed without a list of all links (Brent 1980).
 */
export function following(
  { pages = 0, seen }: PullRun,
  link: string,
): Required<Pick<PullRun, 'next' | 'pages' | 'seen'>> | null {
  if (link === seen) return null;
  const next = pages + 1;
  const isPowerOfTwo = Number.isInteger(Math.log2(next));
  return { next: link, pages: next, seen: isPowerOfTwo || seen === undefined ? link : seen };
}

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
): Promise<StepEnd> {
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
  const all = await Promise.all(
    whom.map(async (resident): Promise<RecordChange> => {
      const change = byResident.get(resident) ?? { resident, put: [], deleted: [], kinds: {} };
      const own = refused.includes(resident) ? REFUSED : state;
      const kind = await kindState(context, feed, resident, own);
      return kind === null ? change : { ...change, kinds: { [feed.kind]: kind } };
    }),
  );
  await applyStep(context, all, [done]);
  return { state: 'did', residents: whom, isDone: true, refused };
}

/** The state of the kind, once all its feeds have been loaded for this resident. `null`: one is still to come. */
async function kindState(
  { copies, home }: PullContext,
  feed: Feed,
  resident: ResidentId,
  state: KindState,
): Promise<KindState | null> {
  const others = FEEDS.filter(({ kind, name }) => kind === feed.kind && name !== feed.name);
  if (others.length === 0) return state;
  const held = await Promise.all(others.map(({ name }) => copies.checkpoint(home, name)));
  if (!held.every((one) => one?.members.includes(resident))) {
    // The first of two feeds had a gap or was refused: that is kept until the second has come.
    return state.last.state === 'loaded' && state.missing.length === 0 ? null : { ...state, asOf: null };
  }
  const former = (await copies.read(resident)).kinds.get(feed.kind);
  return { ...state, missing: [...(former?.missing ?? []), ...state.missing] };
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
