import type { ThreadAct, ThreadEntry } from '../entry.ts';
import { sameAbout } from '../same-about.ts';
import type { Thread } from '../thread.ts';
import { giveAnswer, happened, told } from './answer.ts';
import { ask, reply } from './ask.ts';
import { letGo, see, take } from './attend.ts';
import { link, withdrawMatter } from './end.ts';
import { alsoRaise, join } from './join.ts';
import { better, wentToHospital, worse } from './turn.ts';
import { isAsked, type Verb } from './verb.ts';

/** Says something and changes nothing else. */
const said = (thread: Thread) => thread;

const VERBS: { readonly [Kind in ThreadAct['kind']]: Verb<Kind> } = {
  raise: alsoRaise,
  add: said,
  call: said,
  worse,
  better,
  'went-to-hospital': wentToHospital,
  see,
  take,
  'let-go': letGo,
  ask,
  reply,
  answer: giveAnswer,
  happened,
  told,
  join,
  withdraw: withdrawMatter,
  link,
};

const READS: ReadonlySet<ThreadAct['kind']> = new Set(['see', 'take', 'ask', 'answer', 'join']);

/** Whether the side that was asked pressed under a resident to whom the thread was linked before, and is not any more. */
function isUnderAnother(thread: Thread, entry: ThreadEntry): boolean {
  const { about, act } = entry;
  const isAnother = about.kind === 'resident' && !sameAbout(about, thread.about);
  return isAnother && READS.has(act.kind) && isAsked(thread, entry);
}

/** The thread after an entry; `null`: it does not fit. */
export function applied(thread: Thread, entry: ThreadEntry): Thread | null {
  // W1: nothing brings a withdrawn matter back. What comes later stays readable.
  if (thread.ending.state === 'withdrawn') return null;
  // Guard: who had another resident's record before them has read, taken and answered nothing of this one (W5).
  if (isUnderAnother(thread, entry) || !Object.hasOwn(VERBS, entry.act.kind)) return null;
  const verb = VERBS[entry.act.kind] as Verb<ThreadAct['kind']>;
  return verb(thread, entry, entry.act);
}
