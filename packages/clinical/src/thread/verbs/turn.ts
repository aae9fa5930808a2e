import { THREAD_URGENCIES, type ThreadUrgency } from '../entry.ts';
import { askedAtOf } from '../moment-of.ts';
import { askedAnew, isAsked, pressOf, type Verb } from './verb.ts';

/** "She is worse": asks again, and rises by a step (SPEC P3). A closed thread opens again. */
export const worse: Verb<'worse'> = (thread, entry, { words }) => {
  if (isAsked(thread, entry)) return null;
  const press = pressOf(entry);
  return {
    ...thread,
    urgency: oneHigher(thread.urgency),
    askedAt: askedAtOf(entry),
    seen: null,
    ...askedAnew(thread),
    turn: { ...press, kind: 'worse', words },
    ending: { state: 'open' },
  };
};

/** "Better now": said at the top, and closes nothing (SPEC P4). */
export const better: Verb<'better'> = (thread, entry, { words }) =>
  isAsked(thread, entry) ? null : { ...thread, turn: { ...pressOf(entry), kind: 'better', words } };

/** "Gone to hospital". Somebody there has her now; the thread goes on, because the practice has to know. */
export const wentToHospital: Verb<'went-to-hospital'> = (thread, entry) => ({
  ...thread,
  inHospital: pressOf(entry),
});

/** The next more pressing one. */
export function oneHigher(urgency: ThreadUrgency): ThreadUrgency {
  return THREAD_URGENCIES[THREAD_URGENCIES.indexOf(urgency) + 1] ?? urgency;
}
