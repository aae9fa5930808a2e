import type { ThreadEntry } from '../entry.ts';
import { KINDS } from '../kinds/index.ts';
import { askedAtOf } from '../moment-of.ts';
import type { Thread } from '../thread.ts';

/** A new thread; `null` if the entry raises nothing, or comes from a side that cannot raise this. */
export function raised(entry: ThreadEntry): Thread | null {
  const { id, thread, about, by, pressedAt, act } = entry;
  // Guard: a source without types may name a matter that there is not, and `KINDS.constructor` is something.
  if (act.kind !== 'raise' || id !== thread || !Object.hasOwn(KINDS, act.matter)) return null;
  if (!KINDS[act.matter].raisedBy.includes(by.side)) return null;
  const { matter, urgency, words, signs, since, observations, askedBy } = act;
  return {
    id,
    kind: matter,
    about,
    linkedFrom: [],
    raised: { entry: id, by, at: pressedAt, words, signs, since, observations, askedBy },
    alsoRaised: [],
    urgency,
    askedAt: askedAtOf(entry),
    seen: null,
    taken: null,
    questions: [],
    answered: null,
    promisedBefore: null,
    turn: null,
    inHospital: null,
    ending: { state: 'open' },
    entries: [entry],
    without: [],
    missing: [],
    disputed: [],
    foreign: 0,
  };
}
