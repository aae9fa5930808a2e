import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import { THREAD_URGENCIES } from './entry.ts';
import { brokenBefore, standingOf, type ThreadTimes } from './standing.ts';
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
 * The order in which both sides see threads: overdue promises and what has to be done at once, then what waits by urgency and age,
 * then what is answered, then what has ended. The same threads are always in the same order.
 */
export function inMatterOrder(
  threads: readonly Thread[],
  now: Instant,
  times: ThreadTimes,
): readonly Thread[] {
  const ranked = threads.map((thread) => ({ thread, ...placeOf(thread, now, times) }));
  return ranked
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        b.urgency - a.urgency ||
        momentOf(a.thread.askedAt) - momentOf(b.thread.askedAt) ||
        (a.thread.id < b.thread.id ? -1 : 1),
    )
    .map(({ thread }) => thread);
}

/** Whether a thread that has ended is still to be seen. A moment that cannot be read is seen. */
export function isEndInSight({ ending }: Thread, now: Instant): boolean {
  if (ending.state === 'open') return false;
  const age = momentOf(now) - momentOf(ending.by.at);
  return !(age >= ENDED_IN_SIGHT_MS);
}

interface MatterPlace {
  readonly rank: number;
  readonly urgency: number;
}

function placeOf(thread: Thread, now: Instant, times: ThreadTimes): MatterPlace {
  const standing = standingOf(thread, now, times);
  const urgency = THREAD_URGENCIES.indexOf(thread.urgency);
  switch (standing.state) {
    case 'overdue':
      return { rank: 0, urgency };
    case 'answered':
      // P10: "Ring 999" is not done because somebody has said it.
      return standing.isToDoNow
        ? { rank: 0, urgency: THREAD_URGENCIES.indexOf('now') }
        : { rank: 2, urgency };
    case 'closed':
    case 'withdrawn':
      return { rank: 3, urgency };
    default:
      return { rank: brokenBefore(thread, now) === null ? 1 : 0, urgency };
  }
}

function momentOf(at: Instant): number {
  return readInstant(at) ?? 0;
}
