import type { Stamp, Stepped } from '../step.ts';
import type { KeptDraft } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { FinishedAssessment } from '../../assessment/types.ts';
import type { Author } from '../../recorded.ts';
import type { Instant } from '../../time/types.ts';
import type { FormAction } from './action.ts';
import type { FormEffect } from './effect.ts';
import { takeDraft, takePrevious } from './elsewhere.ts';
import { canWithdraw } from './undo-signing.ts';
import { GUARDS } from './guards.ts';
import type { FormGuards } from './guards.ts';
import { saveAgain } from './keep.ts';
import { openSession } from './open.ts';
import type { Opening } from './open.ts';
import { takeSurroundings } from './refresh.ts';
import { NOTHING_OPEN } from './session.ts';
import type { Finished, FormSession } from './session.ts';
import { andThen, changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { formStep } from './step.ts';
import { NOT_ASKED, isListOf, takeListed, listing, notListed } from './unfinished.ts';
import type { ListDrafts, Unfinished } from './unfinished.ts';

/** Every form session of one component: the one in front of a person, and those that left with something on its way. */
export interface FormSessions {
  readonly front: FormSession | null;
  readonly left: readonly FormSession[];
  /** The drafts that were finished here: a page may give one of them once more. */
  readonly finished: readonly string[];
  /** The id of the form that a person chose. It goes with the resident. */
  readonly chosen: string | null;
  /** What the list of forms is searched for. */
  readonly search: string;
  /** What waits to be finished, while forms are chosen from. */
  readonly unfinished: Unfinished;
}

export type SessionsAction =
  | { readonly kind: 'open'; readonly opening: Opening }
  /** The form in front leaves. Answers on their way still arrive (G5). */
  | { readonly kind: 'leave' }
  | { readonly kind: 'choose-form'; readonly form: string | null }
  | { readonly kind: 'search'; readonly words: string }
  /** The list of forms comes on screen: which were begun already? Asked once of each resident and port. */
  | { readonly kind: 'list-drafts'; readonly resident: ResidentId; readonly port: string }
  /** A person's own try, after the port did not say which were begun. */
  | { readonly kind: 'list-drafts-again' }
  | { readonly kind: 'drafts-listed'; readonly asking: string; readonly kept: readonly KeptDraft[] }
  | { readonly kind: 'drafts-not-listed'; readonly asking: string; readonly error: unknown }
  /** Begins a new form from the one that was finished. */
  | { readonly kind: 'start-from-finished' }
  /** Tries again what the port did not keep, of every session. */
  | { readonly kind: 'save-all-again' }
  /** An action of one session. One whose session has gone changes nothing. */
  | { readonly kind: 'at'; readonly session: string; readonly action: FormAction };

/** An effect, and whose it is. `session: null`: of no session; its answer is an action of all of them. */
export type SessionEffect =
  | { readonly session: string; readonly effect: FormEffect }
  | { readonly session: null; readonly effect: ListDrafts };

export const NO_SESSIONS: FormSessions = {
  front: null,
  left: [],
  finished: [],
  chosen: null,
  search: '',
  unfinished: NOT_ASKED,
};

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

function withUnfinished(
  sessions: FormSessions,
  unfinished: Unfinished,
): Stepped<FormSessions, SessionEffect> {
  return {
    session: unfinished === sessions.unfinished ? sessions : { ...sessions, unfinished },
    effects: [],
  };
}

function withList(
  sessions: FormSessions,
  resident: ResidentId,
  port: string,
  stamp: Stamp,
): Stepped<FormSessions, SessionEffect> {
  const unfinished = listing(sessions.unfinished, resident, port, stamp);
  const effect = { kind: 'list-drafts', resident, port, asking: stamp.id } as const;
  return { session: { ...sessions, unfinished }, effects: [{ session: null, effect }] };
}

function listedAgain(sessions: FormSessions, stamp: Stamp): Stepped<FormSessions, SessionEffect> {
  const { unfinished } = sessions;
  if (unfinished.state === 'not-asked') return { session: sessions, effects: [] };
  return withList(sessions, unfinished.resident, unfinished.port, stamp);
}

/** A form that left was kept only now: the list on screen was asked for before that, and has less of it. */
function savedBehind(
  { session: sessions, effects }: Stepped<FormSessions, SessionEffect>,
  { id, resident, port }: FormSession,
  stamp: Stamp,
): Stepped<FormSessions, SessionEffect> {
  const isShown = port !== null && isListOf(sessions.unfinished, resident, port);
  if (!isShown || sessions.front?.id === id) return { session: sessions, effects };
  const again = listedAgain(sessions, stamp);
  return { session: again.session, effects: [...effects, ...again.effects] };
}

/** Sessions that left and whose last answers the port did not take. */
export function notKept({ left }: FormSessions): readonly FormSession[] {
  return left.filter(({ keep: { keeping } }) => keeping.state === 'failed' || keeping.state === 'overtaken');
}

/** What was signed here of a resident, has left, and can still be taken back by whoever is there now, the last signed first (F5). */
export function justSigned(
  { left }: FormSessions,
  resident: ResidentId,
  author: Author | null,
  now: Instant,
): readonly FinishedAssessment[] {
  return left
    .filter((one) => one.resident === resident && canWithdraw(withAuthor(one, author), now))
    .flatMap(({ phase }) => (phase.state === 'finished' ? [phase.assessment] : []))
    .toReversed();
}

/** The session as it is for whoever is there now: a colleague takes back nothing that another signed. */
function withAuthor(session: FormSession, author: Author | null): FormSession {
  return { ...session, around: { ...session.around, author } };
}

/** Sessions that left while they were being finished, and were not. */
export function notFinished({ left }: FormSessions): readonly FormSession[] {
  return left.filter(({ phase }) => phase.state === 'open' && phase.failure !== null);
}

/** The same form comes back to the front as it left, with all that is on its way; else a new session begins (G6). */
function opened(sessions: FormSessions, opening: Opening, stamp: Stamp, guards: FormGuards): FormStepped {
  const { resident, form, port, draft, around, previous } = opening;
  // What was finished here is not open once more because a page still gives it.
  const given = draft !== null && sessions.finished.includes(draft.id) ? null : draft;
  const back = leave(sessions, stamp.at).left.findLast(
    (one) =>
      one.resident === resident &&
      one.form.id === form.id &&
      one.port === port &&
      comesBack(withAuthor(one, around.author), stamp.at),
  );
  // What was signed takes the place of no other draft that the page gives.
  const isBehind = back?.phase.state === 'finished' && given !== null;
  if (back?.form.version === form.version && opening.from === 'kept' && !isBehind) {
    // A moment that was typed and is none still stands in the way of signing.
    const front: FormSession = { ...back, screen: { ...NOTHING_OPEN, seen: back.screen.seen } };
    const again = andThen(takeSurroundings(front, around, stamp.at, guards), (next) =>
      saveAgain(next, stamp, guards),
    );
    // What the page gives with it waits for a person, as it does at an open form.
    const withLast = andThen(again, (next) =>
      previous === null ? changed(next, {}) : takePrevious(next, previous, stamp, guards),
    );
    return andThen(withLast, (next) =>
      given === null ? changed(next, {}) : takeDraft(next, given, stamp, guards),
    );
  }
  return openSession({ ...opening, draft: given }, stamp, guards);
}

/** What was signed comes back only where it can be taken back, or where a press on it has not come about. */
function comesBack(session: FormSession, now: Instant): boolean {
  const { phase } = session;
  return phase.state !== 'finished' || isPending(phase) || canWithdraw(session, now);
}

function isPending({ asked }: Finished): boolean {
  return asked !== null && asked.state !== 'taken';
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

function leave(sessions: FormSessions, now: Instant): FormSessions {
  const { front, left } = sessions;
  const all = front === null ? left : [...left, front];
  const stays = all.filter((one) => isOnItsWay(one, now));
  return front === null && stays.length === left.length
    ? sessions
    : { ...sessions, front: null, left: stays };
}

/** What was finished here is not open once more because a page still gives it. */
function isFinishedBefore({ finished }: FormSessions, action: FormAction): boolean {
  return action.kind === 'draft-given' && finished.includes(action.draft.id);
}

/** Whether something of a session is still on its way, was not kept, did not come about, or can be taken back. */
function isOnItsWay(session: FormSession, now: Instant): boolean {
  const { keep, phase } = session;
  if (canWithdraw(session, now)) return true;
  if (phase.state === 'finishing' || phase.state === 'withdrawing') return true;
  if (phase.state === 'finished') return phase.asked !== null && phase.asked.state !== 'taken';
  return keep.unkept !== null || keep.saving !== null || (phase.state === 'open' && phase.failure !== null);
}

function of(session: FormSession, effects: readonly FormEffect[]): readonly SessionEffect[] {
  return effects.map((effect) => ({ session: session.id, effect }));
}
