import type { Instant } from '../../time/types.ts';
import type { Stamp } from '../step.ts';
import { takeDraft, takePrevious } from './elsewhere.ts';
import type { FormGuards } from './guards.ts';
import { saveAgain } from './keep.ts';
import { isPending, leave, withAuthor } from './left-sessions.ts';
import { openSession } from './open.ts';
import type { Opening } from './open.ts';
import { takeSurroundings } from './refresh.ts';
import { NOTHING_OPEN } from './session.ts';
import type { FormSession } from './session.ts';
import type { FormSessions } from './sessions.ts';
import { andThen, changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { canWithdraw } from './undo-signing.ts';

/** The same form comes back to the front as it left, with all that is on its way; else a new session begins (G6). */
export function opened(
  sessions: FormSessions,
  opening: Opening,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
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
