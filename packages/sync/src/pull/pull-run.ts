import type { Gap } from '@ehch/clinical';
import type { Checkpoint, PullRun } from '@ehch/store';
import { PAGE } from '../steps/queries.ts';
import type { PullGuards } from './guards.ts';
import { before, isAfter, newestOf } from './server-times.ts';

/** What a page of an increment has shown. */
export interface SeenPage {
  /** The times of the rows that the search found, in their order. */
  readonly times: readonly string[];
  /** Whether the server has more, and its link there. `null`: none that may be followed. */
  readonly more: boolean;
  readonly link: string | null;
  /** Whether a row of it is newer than the copy here. */
  readonly isFresh: boolean;
}

/** How a run goes on after a page. */
export interface NextRun {
  /** `null`: it has come to its end. */
  readonly run: PullRun | null;
  /** Whether rows may have been skipped all the same, so that both sides have to be compared at once. */
  readonly isDoubtful: boolean;
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
  const { next: _followed, isFresh: wasFresh, passes = 1, ...rest } = run;
  const { times, more, link } = page;
  const last = times.at(-1) ?? null;
  if (run.offset === 0 && !more) return ended;
  if (guards.keyset && last !== null && !isInsideInstant(run, times))
    return goesOn({ ...rest, since: last, offset: 0 });
  const isFresh = wasFresh === true || page.isFresh;
  if (more && (!guards.keyset || times.length === 0 || times.includes(run.since))) {
    // A link that may not be followed is the end where no time leads on either. The page says that it has a gap.
    if (link === null) return ended;
    const offset = rowsAfter(run, times.length);
    return goesOn({ ...rest, offset, next: link, passes, ...(isFresh && { isFresh }) });
  }
  const isRepeated = isFresh && guards.keyset && guards.repeatsInstants;
  if (isRepeated && passes < MOST_PASSES) return goesOn({ ...rest, offset: 0, passes: passes + 1 });
  const since = more ? earliestAfter(times, run.since) : null;
  if (since === null) return { run: null, isDoubtful: isRepeated };
  return { run: { ...rest, since, offset: 0 }, isDoubtful: isRepeated };
}

/** Whether a page lies in an instant of which there may be more pages than one. */
export function isInsideInstant({ offset, since }: PullRun, times: readonly string[]): boolean {
  return offset > 0 || times.at(-1) === since;
}

/** A run whose link has died: it goes on without the link. `null`: links here always die, and nothing is known. */
export function withoutLink({ next: _dead, isFresh: _lost, passes = 1, ...rest }: PullRun): PullRun | null {
  return passes < MOST_PASSES ? { ...rest, offset: 0, passes: passes + 1 } : null;
}

/** How far a question is after a page. A page without rows counts as a whole one, because it may have no end. */
export function rowsAfter({ offset }: PullRun, rows: number): number {
  return offset + (rows === 0 ? PAGE : rows);
}

/**
 * The run after a page, whatever it goes on with. What is committed while it goes on may lie before the rows that it has
 * passed. So it moves the high water no further than to what was known after its first page.
 */
export function noted(
  run: PullRun,
  times: readonly string[],
  isFirst: boolean,
  missing: readonly Gap[],
): PullRun {
  const { marks = [], ...rest } = run;
  const came = new Set(times.map((time) => Date.parse(time)));
  const open = marks.filter((mark) => !came.has(Date.parse(mark)));
  const own = newestOf(times);
  const ceiling = isFirst ? newestOf([run.ceiling ?? null, own]) : (run.ceiling ?? null);
  const newest = newestOf([run.newest ?? null, own]);
  return {
    ...rest,
    ...(open.length === 0 ? {} : { marks: open }),
    ...(ceiling === null ? {} : { ceiling }),
    ...(newest === null ? {} : { newest }),
    // What is missing is missing to the end.
    ...(missing.length === 0 ? {} : { missing }),
  };
}

const ended: NextRun = { run: null, isDoubtful: false };

function goesOn(run: PullRun): NextRun {
  return { run, isDoubtful: false };
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
