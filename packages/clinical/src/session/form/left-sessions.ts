import type { FinishedAssessment } from '../../assessment/types.ts';
import type { Author } from '../../recorded.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Instant } from '../../time/types.ts';
import type { Finished, FormSession } from './session.ts';
import type { FormSessions } from './sessions.ts';
import { canWithdraw } from './undo-signing.ts';

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
export function withAuthor(session: FormSession, author: Author | null): FormSession {
  return { ...session, around: { ...session.around, author } };
}

/** Sessions that left while they were being finished, and were not. */
export function notFinished({ left }: FormSessions): readonly FormSession[] {
  return left.filter(({ phase }) => phase.state === 'open' && phase.failure !== null);
}

/** The form in front leaves. What of it is on its way goes on behind. */
export function leave(sessions: FormSessions, now: Instant): FormSessions {
  const { front, left } = sessions;
  const all = front === null ? left : [...left, front];
  const stays = all.filter((one) => isOnItsWay(one, now));
  return front === null && stays.length === left.length
    ? sessions
    : { ...sessions, front: null, left: stays };
}

/** Whether something of a session is still on its way, was not kept, did not come about, or can be taken back. */
export function isOnItsWay(session: FormSession, now: Instant): boolean {
  const { keep, phase } = session;
  if (canWithdraw(session, now)) return true;
  if (phase.state === 'finishing' || phase.state === 'withdrawing') return true;
  if (phase.state === 'finished') return isPending(phase);
  return keep.unkept !== null || keep.saving !== null || (phase.state === 'open' && phase.failure !== null);
}

/** Whether a press on what was signed has not come about yet. */
export function isPending({ asked }: Finished): boolean {
  return asked !== null && asked.state !== 'taken';
}
