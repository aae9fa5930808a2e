import { KINDS } from '../kinds/index.ts';
import { isAsked, pressOf, type Verb } from './verb.ts';

/**
 * An answer of the side that was asked. It replaces an earlier one, and closes nothing (SPEC P7, P8). What closed the thread
 * confirmed the earlier one, so the thread is open again.
 */
export const giveAnswer: Verb<'answer'> = (thread, entry, { outcome, further, promisedBy, words }) => {
  const isOutcome = KINDS[thread.kind].outcomes.some(({ id }) => id === outcome);
  if (!isAsked(thread, entry) || !isOutcome) return null;
  const press = pressOf(entry);
  return {
    ...thread,
    seen: thread.seen ?? press,
    answered: { ...press, outcome, further, promisedBy, words, happened: null, told: null },
    promisedBefore: null,
    ending: { state: 'open' },
  };
};

/** The side that asked confirms that it happened. That closes the thread (SPEC P8). */
export const happened: Verb<'happened'> = (thread, entry, act) => {
  const { answered } = thread;
  if (answered === null || answered.entry !== act.answer || isAsked(thread, entry)) return null;
  const by = pressOf(entry);
  return { ...thread, answered: { ...answered, happened: by }, ending: { state: 'closed', by } };
};

/** A named person told the relative who had asked (SPEC P9). */
export const told: Verb<'told'> = (thread, entry, act) => {
  const { answered } = thread;
  if (answered === null || answered.entry !== act.answer) return null;
  return { ...thread, answered: { ...answered, told: pressOf(entry) } };
};
