import type { SessionStep, Stamp } from '../step.ts';
import type { EscalationAction } from './action.ts';
import type { EscalationEffect } from './effect.ts';
import { fill, noteCall } from './fill.ts';
import { goOn } from './go-on.ts';
import { ESCALATION_GUARDS, type EscalationGuards } from './guards.ts';
import { act, handAgain, raise, withHanding, type EscalationStepped } from './raise.ts';
import { isNews, type Handing } from '../handing.ts';
import type { EscalationSession } from './session.ts';

/** The step of an escalation. A test takes a guard away, and sees what it proves fail. */
export function escalationStep(
  guards: EscalationGuards = ESCALATION_GUARDS,
): SessionStep<EscalationSession, EscalationAction, EscalationEffect> {
  return (session, action: EscalationAction & Stamp): EscalationStepped => {
    switch (action.kind) {
      case 'raise':
        return raise(session, action, guards);
      case 'go-on':
        return goOn(session, action.thread, guards);
      case 'act':
        return act(session, action, guards);
      case 'hand-again':
        return handAgain(session, action.entry);
      case 'enqueued':
        return told(session, action.entry, { state: 'told', receipt: action.receipt }, true);
      case 'receipt-changed':
        return told(session, action.entry, { state: 'told', receipt: action.receipt }, false);
      case 'enqueue-failed':
        return told(session, action.entry, { state: 'not-known', why: 'failed' }, false);
      case 'enqueue-silent':
        return told(session, action.entry, { state: 'not-known', why: 'silent' }, false);
      case 'namesake-found':
        return { session: { ...session, sameName: { ...session.sameName, exists: true } }, effects: [] };
      case 'observations-undone':
        return { session: withoutUndone(session, action.assessment), effects: [] };
      case 'say-line':
      case 'write':
        return { session: noteCall(session, action), effects: [] };
      // What is seen or measured after it was sent is seen on this screen first.
      case 'tick-danger':
      case 'observe':
      case 'choose-row':
        return { session: fill(session, action), effects: [] };
      default:
        return { session: session.raised === null ? fill(session, action) : session, effects: [] };
    }
  };
}

/** Nobody goes by observations whose signature stands no more (SPEC X13). What was sent stands as it was sent. */
function withoutUndone(session: EscalationSession, assessment: string): EscalationSession {
  return session.observations?.assessment === assessment ? { ...session, observations: null } : session;
}

/** What the port says of a press. */
function told(session: EscalationSession, id: string, handing: Handing, isFirst: boolean): EscalationStepped {
  const before = [session.raised, ...session.acts].find((one) => one?.entry.id === id);
  if (!isNews(before, handing)) return { session, effects: [] };
  return {
    session: withHanding(session, id, handing),
    effects: [...(isFirst ? [{ kind: 'watch-receipt', entry: id } as const] : []), { kind: 'announce' }],
  };
}
