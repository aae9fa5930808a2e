import { isAsked, pressOf, type Verb } from './verb.ts';

/** The raising of a matter that was joined into this one. What was seen before does not count for it. */
export const alsoRaise: Verb<'raise'> = (thread) => ({ ...thread, seen: null });

/** Whoever of the asked side joins two matters has read both. `threads-of.ts` decides what belongs together. */
export const join: Verb<'join'> = (thread, entry) =>
  isAsked(thread, entry) ? { ...thread, seen: thread.seen ?? pressOf(entry) } : thread;
