import type { InboxAct } from './session.ts';
import type { InboxDoes } from './action.ts';
import type { Composing, InboxSession, ThreadOnScreen } from './session.ts';
import { promiseOf } from './stops.ts';

type Begin = Extract<InboxDoes, { kind: 'begin' }>;

/** Begins to write about a thread. What was being written goes aside, and comes back when it is begun again (SPEC I5). */
export function beginWriting(session: InboxSession, { what, on }: Begin): InboxSession {
  return begun(session, on, (one) => one.kind === what && one.on.id === on.id, empty(what, on));
}

function begun(
  session: InboxSession,
  on: ThreadOnScreen,
  isThis: (one: Composing) => boolean,
  fresh: Composing,
): InboxSession {
  const { composing, aside } = session;
  if (composing !== null && isThis(composing)) return { ...session, open: on.id };
  const kept = composing !== null && !isEmpty(composing) ? [...aside, composing] : aside;
  return {
    ...session,
    open: on.id,
    // What its author had read when they began it stays known, so that news still stop it (SPEC I4).
    composing: kept.find(isThis) ?? fresh,
    aside: kept.filter((one) => !isThis(one)),
  };
}

/** Whether nobody has written or chosen anything. */
function isEmpty(composing: Composing): boolean {
  switch (composing.kind) {
    case 'ask':
    case 'reply':
      return composing.words.trim() === '';
    case 'link':
      return composing.resident === null;
    case 'answer':
      return (
        composing.words.trim() === '' &&
        composing.outcome === null &&
        composing.promisedBy === '' &&
        composing.further.length === 0
      );
  }
}

/** Everything that was begun and is neither sent nor given up. */
export function draftsOf({ composing, aside }: InboxSession): readonly Composing[] {
  return [composing, ...aside].filter((one): one is Composing => one !== null && !isEmpty(one));
}

/** The session without what was written about one thread. */
export function dropped(session: InboxSession, thread: string): InboxSession {
  const { composing, aside } = session;
  return {
    ...session,
    composing: composing?.on.id === thread ? null : composing,
    aside: aside.filter(({ on }) => on.id !== thread),
  };
}

function empty(what: Begin['what'], on: ThreadOnScreen): Composing {
  switch (what) {
    case 'ask':
      return { kind: 'ask', on, words: '' };
    case 'answer':
      return { kind: 'answer', on, outcome: null, promisedBy: '', further: [], words: '' };
    case 'link':
      return { kind: 'link', on, resident: null, checked: { number: false, born: false } };
  }
}

/** Begins a reply to one question. Another question is another reply. */
export function beginReply(
  session: InboxSession,
  { question, on }: Extract<InboxDoes, { kind: 'begin-reply' }>,
): InboxSession {
  const isThis = (one: Composing) => one.kind === 'reply' && one.question === question && one.on.id === on.id;
  return begun(session, on, isThis, { kind: 'reply', on, question, words: '' });
}

/** What a person writes, ticks and chooses. */
export function compose(session: InboxSession, action: InboxDoes): InboxSession {
  const { composing } = session;
  if (action.kind === 'write' && action.field === 'presser') return { ...session, presser: action.text };
  if (composing === null) return session;
  const next = written(composing, action);
  return next === composing ? session : { ...session, composing: next };
}

function written(composing: Composing, action: InboxDoes): Composing {
  switch (action.kind) {
    case 'write':
      if (composing.kind === 'link') return composing;
      if (action.field === 'words') return { ...composing, words: action.text };
      return composing.kind === 'answer' ? { ...composing, promisedBy: action.text } : composing;
    case 'choose-outcome':
      return composing.kind === 'answer' ? { ...composing, outcome: action.outcome } : composing;
    case 'tick-further':
    case 'say-owner':
      return composing.kind === 'answer' ? withFurther(composing, action) : composing;
    case 'choose-resident':
      // Guard: what was compared with one resident says nothing of another.
      return composing.kind === 'link'
        ? { ...composing, resident: action.resident, checked: { number: false, born: false } }
        : composing;
    case 'check':
      return composing.kind === 'link' && composing.resident !== null
        ? { ...composing, checked: { ...composing.checked, [action.what]: action.isTicked } }
        : composing;
    case 'look':
      return composing.on.id === action.on.id ? { ...composing, on: action.on } : composing;
    default:
      return composing;
  }
}

function withFurther(
  answer: Extract<Composing, { kind: 'answer' }>,
  action: Extract<InboxDoes, { kind: 'tick-further' | 'say-owner' }>,
): Composing {
  const others = answer.further.filter(({ what }) => what !== action.what);
  if (action.kind === 'tick-further')
    return {
      ...answer,
      further: action.isTicked ? [...others, { what: action.what, owner: '' }] : others,
    };
  if (others.length === answer.further.length) return answer;
  return {
    ...answer,
    further: answer.further.map((one) => (one.what === action.what ? { ...one, owner: action.owner } : one)),
  };
}

/** What was written, as an act. */
export function actOf(composing: Composing): InboxAct | null {
  switch (composing.kind) {
    case 'ask':
      return { kind: 'ask', words: composing.words };
    case 'reply':
      return { kind: 'reply', question: composing.question, words: composing.words };
    case 'link':
      return composing.resident === null ? null : { kind: 'link', resident: composing.resident };
    case 'answer': {
      const { outcome, promisedBy, further, words } = composing;
      if (outcome === null) return null;
      const owned = further.map(({ what, owner }) => ({
        what,
        owner: owner.trim() === '' ? null : owner.trim(),
      }));
      return { kind: 'answer', outcome, further: owned, promisedBy: promiseOf(promisedBy), words };
    }
  }
}
