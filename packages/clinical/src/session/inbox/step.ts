import type { SessionStep, Stamp } from '../step.ts';
import { isNews, type Handing } from '../handing.ts';
import type { InboxAction } from './action.ts';
import { beginWriting, beginReply, compose, dropped } from './compose.ts';
import type { InboxEffect } from './effect.ts';
import { INBOX_GUARDS, type InboxGuards } from './guards.ts';
import { handPressAgain, pressOn, withPressHanding, type InboxStepped } from './press.ts';
import type { InboxSession } from './session.ts';

/** The step of a practice's list. A test takes a guard away, and sees what it proves fail. */
export function inboxStep(
  guards: InboxGuards = INBOX_GUARDS,
): SessionStep<InboxSession, InboxAction, InboxEffect> {
  return (session, action: InboxAction & Stamp): InboxStepped => {
    switch (action.kind) {
      case 'attend':
      case 'join':
      case 'confirm':
      case 'send':
        return pressOn(session, action, guards);
      case 'begin':
        return only(guards.isOwn(session.scope, action.on) ? beginWriting(session, action) : session);
      case 'begin-reply':
        return only(guards.isOwn(session.scope, action.on) ? beginReply(session, action) : session);
      case 'open-thread':
        return only(opened(session, action.thread));
      case 'cancel':
        return only({ ...session, composing: null });
      case 'drop':
        return only(dropped(session, action.thread));
      case 'hand-again':
        return handPressAgain(session, action.entry);
      case 'note':
        return only({ ...session, noted: [...session.noted, action.entry] });
      case 'enqueued':
        return told(session, action.entry, { state: 'told', receipt: action.receipt }, true);
      case 'receipt-changed':
        return told(session, action.entry, { state: 'told', receipt: action.receipt }, false);
      case 'enqueue-failed':
        return told(session, action.entry, { state: 'not-known', why: 'failed' }, false);
      case 'enqueue-silent':
        return told(session, action.entry, { state: 'not-known', why: 'silent' }, false);
      default:
        return only(compose(session, action));
    }
  };
}

/** Nothing that was typed is lost because somebody looks at another thread (SPEC I5). */
function opened(session: InboxSession, thread: string | null): InboxSession {
  return { ...session, open: session.open === thread ? null : thread };
}

function only(session: InboxSession): InboxStepped {
  return { session, effects: [] };
}

/** What the port says of a press. */
function told(session: InboxSession, id: string, handing: Handing, isFirst: boolean): InboxStepped {
  const before = session.pressed.find(({ entry }) => entry.id === id);
  if (!isNews(before, handing)) return only(session);
  return {
    session: withPressHanding(session, id, handing),
    effects: isFirst ? [{ kind: 'watch-receipt', entry: id }] : [],
  };
}
