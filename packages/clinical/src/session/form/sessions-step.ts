import type { Instant } from '../../time/types.ts';
import type { Stamp, Stepped } from '../step.ts';
import type { FormAction } from './action.ts';
import { opened } from './come-back.ts';
import { listedAgain, savedBehind, withList, withUnfinished } from './drafts-listed.ts';
import type { FormEffect } from './effect.ts';
import { GUARDS } from './guards.ts';
import type { FormGuards } from './guards.ts';
import { saveAgain } from './keep.ts';
import { isOnItsWay, isPending, leave } from './left-sessions.ts';
import { openSession } from './open.ts';
import type { FormSession } from './session.ts';
import type { FormSessions, SessionEffect, SessionsAction } from './sessions.ts';
import type { FormStepped } from './stepped.ts';
import { formStep } from './step.ts';
import { NOT_ASKED, isListOf, notListed, takeListed } from './unfinished.ts';

/** The step of all sessions of one component. */
export function sessionsStep(
  guards: FormGuards = GUARDS,
): (sessions: FormSessions, action: SessionsAction & Stamp) => Stepped<FormSessions, SessionEffect> {
  const step = formStep(guards);
  return (sessions, action) => {
    switch (action.kind) {
      case 'open':
        return inFront(leave(sessions, action.at), opened(sessions, action.opening, action, guards));
      case 'leave':
        return { session: leave(sessions, action.at), effects: [] };
      case 'choose-form':
        return { session: { ...sessions, chosen: action.form, search: '' }, effects: [] };
      case 'search':
        return { session: { ...sessions, search: action.words }, effects: [] };
      case 'list-drafts':
        return isListOf(sessions.unfinished, action.resident, action.port)
          ? { session: sessions, effects: [] }
          : withList(sessions, action.resident, action.port, action);
      case 'list-drafts-again':
        return listedAgain(sessions, action);
      case 'drafts-listed':
        return withUnfinished(sessions, takeListed(sessions.unfinished, action.asking, action.kept, guards));
      case 'drafts-not-listed':
        return withUnfinished(sessions, notListed(sessions.unfinished, action.asking, action.error, guards));
      case 'start-from-finished':
        return startedFromFinished(sessions, action, guards);
      case 'save-all-again':
        return savedAllAgain(sessions, action, guards);
      case 'at': {
        const { front, left } = sessions;
        const one = [front, ...left].find((each) => each?.id === action.session) ?? null;
        if (one === null || isFinishedBefore(sessions, action.action))
          return { session: sessions, effects: [] };
        const stepped = step(one, { ...action.action, at: action.at, id: action.id });
        const next = routed(sessions, stepped, action.at);
        return action.action.kind === 'saved' ? savedBehind(next, one, action) : next;
      }
    }
  };
}

function startedFromFinished(
  sessions: FormSessions,
  stamp: Stamp,
  guards: FormGuards,
): Stepped<FormSessions, SessionEffect> {
  const { front } = sessions;
  if (front?.phase.state !== 'finished') return { session: sessions, effects: [] };
  const { resident, form, port, around, phase } = front;
  // What was entered in error is nothing to go on from: it may be of somebody else.
  const previous = phase.inError === null ? phase.assessment : front.previous;
  const opening = { resident, form, port, around, previous, draft: null } as const;
  // Once a new one is begun, the signature of before is not taken back any more: it stays, or is marked. A mark that is still on
  // its way, or failed, goes on beside the new form (G5).
  return inFront(
    isPending(phase) ? leave(sessions, stamp.at) : { ...sessions, front: null },
    openSession({ ...opening, from: 'empty', focus: true }, stamp, guards),
  );
}

function savedAllAgain(
  sessions: FormSessions,
  stamp: Stamp,
  guards: FormGuards,
): Stepped<FormSessions, SessionEffect> {
  const { front, left } = sessions;
  let all: Stepped<FormSessions, SessionEffect> = { session: sessions, effects: [] };
  for (const one of [front, ...left]) {
    if (one === null) continue;
    const next = routed(all.session, saveAgain(one, stamp, guards), stamp.at);
    all = { session: next.session, effects: [...all.effects, ...next.effects] };
  }
  return all;
}

function inFront(
  sessions: FormSessions,
  { session: front, effects }: FormStepped,
): Stepped<FormSessions, SessionEffect> {
  const left = sessions.left.filter(({ id }) => id !== front.id);
  return { session: { ...sessions, front, left, unfinished: NOT_ASKED }, effects: of(front, effects) };
}

function routed(
  sessions: FormSessions,
  { session, effects }: FormStepped,
  now: Instant,
): Stepped<FormSessions, SessionEffect> {
  const { phase } = session;
  const done = phase.state === 'finished' ? [phase.assessment.draft.id] : [];
  const withdrawn = phase.state === 'open' && session.state !== null ? [session.state.draft.id] : [];
  const finished = [...new Set([...sessions.finished, ...done])].filter((id) => !withdrawn.includes(id));
  const left = sessions.left
    .map((one) => (one.id === session.id ? session : one))
    .filter((one) => isOnItsWay(one, now));
  const front = sessions.front?.id === session.id ? session : sessions.front;
  return { session: { ...sessions, front, left, finished }, effects: of(session, effects) };
}

/** What was finished here is not open once more because a page still gives it. */
function isFinishedBefore({ finished }: FormSessions, action: FormAction): boolean {
  return action.kind === 'draft-given' && finished.includes(action.draft.id);
}

function of(session: FormSession, effects: readonly FormEffect[]): readonly SessionEffect[] {
  return effects.map((effect) => ({ session: session.id, effect }));
}
