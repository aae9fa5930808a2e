import type { Checkpoint, PullRun } from '@ehch/store';
import { PAGE } from '../steps/queries.ts';
import type { PullGuards } from './guards.ts';
import { before, isAfter, newestOf, newestUpTo } from './server-times.ts';

/** What a page of an increment has shown. */
export interface SeenPage {
  /** The times of the rows that the search found, in their order. */
  readonly times: readonly string[];
  /** Whether the server has more, and its link there. `null`: none that may be followed. */
  readonly more: boolean;
  readonly link: string | null;
  /** What the page itself says is missing, and rows that do not belong there. */
  readonly gaps: number;
  /** When the server answered, by its own clock. `null`: it does not say. */
  readonly servedAt: string | null;
  /** Whether a row of it is newer than the copy here. */
  readonly isFresh: boolean;
}

/** How a run goes on after a page. */
export interface NextRun {
  /** `null`: it has come to its end. */
  readonly run: PullRun | null;
  /** Whether rows may have been skipped all the same, so that both sides have to be compared at once. */
  readonly isDoubtful: boolean;
  /** How much is missing after this page. Where the rows' times go on, a link that may not be followed leaves nothing out. */
  readonly lacks: number;
}

/** How often an instant is read again before the run goes on in doubt: an import may go on for an hour. */
const MOST_PASSES = 5;

/**
 * A run that begins before the high water, by the server's times alone (SPEC L1).
 *
 * @param marks the times of rows that have to come again, unless the server was set back (SPEC L7)
 */
export function beginRun(
  { highWater, reached }: Checkpoint,
  marks: readonly string[],
  overlapMs: number,
  guards: Pick<PullGuards, 'overlap'>,
): PullRun {
  const since = highWater === null ? '' : guards.overlap ? before(highWater, overlapMs) : highWater;
  return {
    since,
    offset: 0,
    ...(marks.length === 0 ? {} : { marks }),
    ...(reached === undefined ? {} : { ceiling: reached }),
  };
}

/**
 * Where a run goes on: at the time of the last row (SPEC L3). Only inside one instant, as an import of one transaction
 * makes it, rows have no order of their own, and the server's links are followed. A row that is written anew meanwhile
 * leaves the instant, and moves another one over the border of two pages. So the instant is read again until that brings
 * nothing new.
 */
export function runAfter(
  run: PullRun,
  page: SeenPage,
  guards: Pick<PullGuards, 'keyset' | 'repeatsInstants'>,
): NextRun {
  const { next: _followed, pages: _linked, seen: _remembered, isFresh: wasFresh, passes = 1, ...rest } = run;
  const { times, more, gaps } = page;
  const last = times.at(-1) ?? null;
  const link = page.link === null ? null : following(run, page.link);
  // What is over although the server has more is not whole.
  const ended = { run: null, isDoubtful: false, lacks: Math.max(gaps, more ? 1 : 0) };
  const goesOn = (next: PullRun, isDoubtful = false): NextRun => ({
    run: next,
    isDoubtful,
    lacks: Math.max(0, gaps - (more && page.link === null ? 1 : 0)),
  });
  if (isUnsorted(run, page)) {
    if (link === null) return { ...ended, isDoubtful: true };
    return goesOn({ ...rest, ...link, offset: rowsAfter(run, times.length), followsLinks: true }, true);
  }
  if (run.offset === 0 && !more) return ended;
  if (guards.keyset && last !== null && !isInsideInstant(run, times))
    return goesOn({ ...rest, since: last, offset: 0 });
  const isFresh = wasFresh === true || page.isFresh;
  if (more && (!guards.keyset || times.length === 0 || times.includes(run.since))) {
    // A link that may not be followed is the end where no time leads on either. The page says that it has a gap.
    if (link === null) return ended;
    const offset = rowsAfter(run, times.length);
    return goesOn({ ...rest, ...link, offset, passes, ...(isFresh && { isFresh }) });
  }
  const isRepeated = isFresh && guards.keyset && guards.repeatsInstants;
  if (isRepeated && passes < MOST_PASSES) return goesOn({ ...rest, offset: 0, passes: passes + 1 });
  const since = more ? earliestAfter(times, run.since) : null;
  return since === null
    ? { ...ended, isDoubtful: isRepeated }
    : goesOn({ ...rest, since, offset: 0 }, isRepeated);
}

/**
 * Whether the rows do not come in the order of their times: the server ignores `_sort`, so only its links go on. What a link
 * brings may be out of order on a server that sorts, because a row may have been written anew since it was sorted.
 */
function isUnsorted({ followsLinks, next }: PullRun, { times, more }: SeenPage): boolean {
  if (followsLinks) return true;
  return (
    more && next === undefined && times.some((time, at) => at > 0 && isAfter(times[at - 1] ?? null, time))
  );
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

/** Whether a page lies in an instant of which there may be more pages than one. */
export function isInsideInstant({ offset, since }: PullRun, times: readonly string[]): boolean {
  return offset > 0 || times.at(-1) === since;
}

/** A run whose link has died: it goes on without the link. `null`: links here always die, or nothing else leads on. */
export function withoutLink(run: PullRun): PullRun | null {
  const { next: _dead, pages: _linked, seen: _remembered, isFresh: _lost, passes = 1, ...rest } = run;
  if (run.followsLinks) return null;
  return passes < MOST_PASSES ? { ...rest, offset: 0, passes: passes + 1 } : null;
}

/** Rows that a page counts for at least, so that pages of one row each come to an end within some thousand requests. */
const FEWEST_ROWS = 20;

/** How far a question is after a page. A page without rows counts as a whole one, because it may have no end. */
export function rowsAfter({ offset }: PullRun, rows: number): number {
  return offset + (rows === 0 ? PAGE : Math.max(rows, FEWEST_ROWS));
}

/**
 * The run after a page, whatever it goes on with. What is committed while it goes on may lie before the rows that it has
 * passed. So it moves the high water no further than to what was known after its first page.
 */
export function noted(
  run: PullRun,
  { times, servedAt }: Pick<SeenPage, 'times' | 'servedAt'>,
  isFirst: boolean,
): PullRun {
  const { marks = [], ...rest } = run;
  const came = new Set(times.map((time) => Date.parse(time)));
  const open = marks.filter((mark) => !came.has(Date.parse(mark)));
  // A row that is dated after the server's own clock must not hide what is recorded until then.
  const own = newestUpTo(times, servedAt);
  const known = run.ceiling === undefined ? times : [run.ceiling, ...times];
  const ceiling = isFirst ? newestUpTo(known, servedAt) : (run.ceiling ?? null);
  const newest = newestOf([run.newest ?? null, own]);
  return {
    ...rest,
    ...(open.length === 0 ? {} : { marks: open }),
    ...(ceiling === null ? {} : { ceiling }),
    ...(newest === null ? {} : { newest }),
  };
}

/** The earliest time behind an instant. The last row may have been written anew, far behind rows that are still to come. */
function earliestAfter(times: readonly string[], instant: string): string | null {
  let earliest: string | null = null;
  for (const time of times) {
    // A server's times may be finer than the milliseconds that are compared here.
    const isBehind = time !== instant && !isAfter(instant, time);
    if (isBehind && (earliest === null || isAfter(earliest, time))) earliest = time;
  }
  return earliest;
}
