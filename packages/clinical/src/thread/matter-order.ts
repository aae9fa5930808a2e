import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import { THREAD_URGENCIES } from './entry.ts';
import { toldMoment } from './moment-of.ts';
import { brokenBefore, standingOf, stillToRing, type ThreadTimes } from './standing.ts';
import type { Thread } from './thread.ts';

/** Minutes for a place that names none: nothing counts as long or late, and who took a thread keeps it. */
export const NO_TIMES: ThreadTimes = {
  holdMinutes: Infinity,
  seenWithinMinutes: { routine: Infinity, 'same-day': Infinity, 'within-hours': Infinity, now: Infinity },
  lateMinutes: Infinity,
};

/** [P] For how long a thread that was closed or withdrawn stays in sight. Three days reach over a weekend. */
const ENDED_IN_SIGHT_MS = 3 * 86_400_000;

/**
 * The order in which both sides see threads: who has to ring 999 or 111, overdue promises, then what waits by urgency and age,
 * then what is answered, then what has ended. The same threads are always in the same order.
 */
export function inMatterOrder(
  threads: readonly Thread[],
  now: Instant,
  times: ThreadTimes,
): readonly Thread[] {
  const ranked = threads.map((thread) => ({ thread, rank: rankOf(thread, now, times) }));
  return ranked
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        urgencyOf(b.thread) - urgencyOf(a.thread) ||
        momentOf(a.thread.askedAt) - momentOf(b.thread.askedAt) ||
        (a.thread.id < b.thread.id ? -1 : 1),
    )
    .map(({ thread }) => thread);
}

/** Whether a thread that has ended is still to be seen, by the server's clock. A moment that cannot be read is seen. */
export function isEndInSight({ ending, entries }: Thread, now: Instant): boolean {
  if (ending.state === 'open') return false;
  const age = momentOf(now) - momentOf(toldMoment(ending.by, entries));
  return !(age >= ENDED_IN_SIGHT_MS);
}

function rankOf(thread: Thread, now: Instant, times: ThreadTimes): number {
  switch (standingOf(thread, now, times).state) {
    case 'told-to-ring':
      return 0;
    case 'overdue':
      return 1;
    case 'answered':
      return 3;
    case 'closed':
    case 'withdrawn':
      return 4;
    default:
      // P10, P11: "worse" takes back neither that somebody has to ring, nor a promise that was broken.
      if (stillToRing(thread) !== null) return 0;
      return brokenBefore(thread, now) === null ? 2 : 1;
  }
}

function urgencyOf({ urgency }: Thread): number {
  return THREAD_URGENCIES.indexOf(urgency);
}

function momentOf(at: Instant): number {
  return readInstant(at) ?? 0;
}
