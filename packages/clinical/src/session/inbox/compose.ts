import type { InboxAct } from './session.ts';
import type { InboxDoes } from './action.ts';
import type { Composing, InboxSession, ThreadOnScreen } from './session.ts';
import { promiseOf } from './stops.ts';

type Begin = Extract<InboxDoes, { kind: 'begin' }>;

/** Begins to write about a thread. What was being written about it stays, and about another it does not go along. */
export function beginWriting(session: InboxSession, { what, on }: Begin): InboxSession {
  const { composing } = session;
  if (composing?.kind === what && composing.on.id === on.id) return session;
  return { ...session, open: on.id, composing: empty(what, on) };
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
  const { composing } = session;
  const isSame = composing?.kind === 'reply' && composing.question === question && composing.on.id === on.id;
  return isSame
    ? session
    : { ...session, open: on.id, composing: { kind: 'reply', on, question, words: '' } };
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
