import type { ThreadAct, ThreadEntry } from '../entry.ts';
import { stillToRing } from '../standing.ts';
import type { ThreadPress, Thread } from '../thread.ts';

/** The thread after an entry of one kind; `null`: the entry does not fit, and changes nothing (SPEC E6). */
export type Verb<Kind extends ThreadAct['kind']> = (
  thread: Thread,
  entry: ThreadEntry,
  act: Extract<ThreadAct, { kind: Kind }>,
) => Thread | null;

/** The press of an entry. */
export function pressOf({ id, by, pressedAt }: ThreadEntry): ThreadPress {
  return { entry: id, by, at: pressedAt };
}

/**
 * What was answered counts no more, because more is asked now. A promise that nobody has confirmed is still one (SPEC P11), and who
 * was told to ring 999 or 111 still has to (SPEC P10).
 */
export function askedAnew(thread: Thread): Pick<Thread, 'answered' | 'promisedBefore'> {
  const { answered, promisedBefore } = thread;
  const isPromised = answered !== null && answered.promisedBy !== null && answered.happened === null;
  return { answered: null, promisedBefore: isPromised ? answered : (stillToRing(thread) ?? promisedBefore) };
}

/** Whether an entry comes from the side that was asked (SPEC P2). */
export function isAsked({ raised }: Thread, { by }: ThreadEntry): boolean {
  return by.side !== raised.by.side;
}
