import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import type { ThreadAct, ThreadEntry, ThreadUrgency } from './entry.ts';
import { KINDS } from './kinds/index.ts';
import { momentOf, toldMoment } from './moment-of.ts';
import type { Thread, ThreadAnswer, ThreadPress } from './thread.ts';

/** The place's minutes for threads. Each is a decision of the place, with its owner. */
export interface ThreadTimes {
  /** How long somebody who took a thread has it. */
  readonly holdMinutes: number;
  /** Within how many minutes somebody should have seen it, by urgency. */
  readonly seenWithinMinutes: Readonly<Record<ThreadUrgency, number>>;
  /** From how many minutes between press and arrival an entry counts as late. */
  readonly lateMinutes: number;
}

/** How a thread stands at one moment: what its line says first. */
export type Standing =
  | { readonly state: 'withdrawn'; readonly by: ThreadPress }
  | { readonly state: 'closed'; readonly by: ThreadPress }
  /** A promise has passed, and nobody has confirmed that it happened. */
  | { readonly state: 'overdue'; readonly promisedBy: Instant; readonly by: ThreadPress }
  /** Somebody answered to ring 999 or 111, and nobody has said since that they did (SPEC P10). */
  | { readonly state: 'told-to-ring'; readonly promisedBy: Instant | null; readonly by: ThreadPress }
  /** The side that asked for help has to reply first. */
  | { readonly state: 'question'; readonly by: ThreadPress }
  | { readonly state: 'answered'; readonly promisedBy: Instant | null; readonly by: ThreadPress }
  | { readonly state: 'taken'; readonly by: ThreadPress; readonly hasSeen: boolean }
  | { readonly state: 'seen'; readonly by: ThreadPress }
  /** Nobody has seen it. `isLong`: for longer than the place allows. */
  | { readonly state: 'waiting'; readonly since: Instant; readonly isLong: boolean };

/** How a thread stands at `now`, for the line that stands first. */
export function standingOf(thread: Thread, now: Instant, times: ThreadTimes): Standing {
  const { ending, answered, questions, taken, seen, askedAt, urgency } = thread;
  if (ending.state !== 'open') return { state: ending.state, by: ending.by };
  if (answered !== null) {
    const { promisedBy } = answered;
    if (stillToRing(thread) !== null) return { state: 'told-to-ring', promisedBy, by: answered };
    if (promisedBy !== null && minutesBetween(promisedBy, now) > 0)
      return { state: 'overdue', promisedBy, by: answered };
    return { state: 'answered', promisedBy, by: answered };
  }
  const question = questions.at(-1);
  // P3: "worse" asks again. Nobody waits for the home before somebody has seen it.
  if (question !== undefined && seen !== null) return { state: 'question', by: question };
  const isLong = minutesBetween(askedAt, now) >= times.seenWithinMinutes[urgency];
  // P5: who took it and has not seen the worse for too long keeps nobody calm.
  if (taken !== null && isHeld(thread, now, times) && !(seen === null && isLong))
    return { state: 'taken', by: taken, hasSeen: seen !== null };
  if (seen !== null) return { state: 'seen', by: seen };
  return { state: 'waiting', since: askedAt, isLong };
}

/**
 * The answer by which somebody still has to ring 999 or 111, also where more was asked since: "worse" is no reason to ring nobody
 * (SPEC P10). `null`: nobody has to.
 */
export function stillToRing(
  thread: Pick<Thread, 'kind' | 'ending' | 'answered' | 'promisedBefore' | 'entries'>,
): ThreadAnswer | null {
  const answer = thread.answered ?? thread.promisedBefore;
  const outcome = KINDS[thread.kind].outcomes.find(({ id }) => id === answer?.outcome);
  if (answer === null || outcome?.asksToRing !== true || thread.ending.state !== 'open') return null;
  const place = thread.entries.findIndex(({ id }) => id === answer.entry);
  return thread.entries.slice(place + 1).some(({ act }) => hasRung(act)) ? null : answer;
}

/** A call that nobody answered has reached nobody. */
function hasRung(act: ThreadAct): boolean {
  if (act.kind === 'went-to-hospital') return true;
  return act.kind === 'call' && act.isAnswered && RUNG.has(act.to);
}

/** 999 and 111 as calls name them: the number, or the service as the screens call it. */
const RUNG: ReadonlySet<string> = new Set(['999', '111', 'NHS 111']);

/**
 * A promise for a time that has passed, although more was asked since it was given: it is no answer, and is said beside how the
 * thread stands (SPEC P11). `null`: there is none.
 */
export function brokenBefore({ ending, promisedBefore }: Thread, now: Instant): ThreadAnswer | null {
  const by = promisedBefore?.promisedBy ?? null;
  return ending.state === 'open' && by !== null && minutesBetween(by, now) > 0 ? promisedBefore : null;
}

/** Whether who took it still has it, by the server's clock: a device whose clock is wrong holds a thread no longer. */
export function isHeld({ taken, entries }: Thread, now: Instant, { holdMinutes }: ThreadTimes): boolean {
  return taken !== null && minutesBetween(toldMoment(taken, entries), now) < holdMinutes;
}

/** Whether an entry arrived so late that both sides have to know (SPEC E8). */
export function isLate(entry: ThreadEntry, { lateMinutes }: ThreadTimes): boolean {
  if (entry.receivedAt === null) return false;
  const arrived = readInstant(entry.receivedAt);
  return arrived !== null && arrived - momentOf(entry) >= lateMinutes * MINUTE_MS;
}

const MINUTE_MS = 60_000;

/** Minutes from one moment to another. A moment that is none is taken as long ago, because somebody then looks. */
function minutesBetween(from: Instant, to: Instant): number {
  return ((readInstant(to) ?? 0) - (readInstant(from) ?? Number.NEGATIVE_INFINITY)) / MINUTE_MS;
}
