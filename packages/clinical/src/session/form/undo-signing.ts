import type { CareIntent, Receipt } from '../../ports/care-actions.ts';
import type { Author } from '../../recorded.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import type { Stamp } from '../step.ts';
import { authorOf, nameOf } from './answer.ts';
import { NOTHING_HEARD } from './heard.ts';
import type { FormSession, Phase } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { lockedBy } from './surroundings.ts';

/** [P] How long a signature can be taken back. After that the assessment is marked as entered in error, with a reason. */
const WITHDRAW_MS = 5 * 60_000;

/** Whether it is signed: also while somebody asks to take that back. */
export function isFinished(
  phase: Phase,
): phase is Extract<Phase, { readonly state: 'finished' | 'withdrawing' }> {
  return phase.state === 'finished' || phase.state === 'withdrawing';
}

export function isActedOn(receipt: Receipt | null): boolean {
  return receipt?.state === 'seen' || receipt?.state === 'answered';
}

/** Whether a person gave it up, so that nothing is left to take back or to mark. Its answers are a draft again. */
export function isGivenUp(receipt: Receipt | null): boolean {
  return receipt?.state === 'given-up';
}

/** Whether anybody hears that a signature is taken back or marked: a page without a port was told of it once, and for good. */
function isHeard({ port }: FormSession): boolean {
  return port !== null;
}

/**
 * Whether a signature can still be taken back: by who gave it [P], within five minutes, and not once somebody has acted on it
 * (F5). Where the answers could not be signed once more, as of somebody who has died since, they would be lost by it.
 */
export function canWithdraw(session: FormSession, now: Instant): boolean {
  const { phase, around } = session;
  if (phase.state !== 'finished' || phase.inError !== null || !isHeard(session)) return false;
  const { finishedAt, by } = phase.assessment;
  const isOwn = nameOf(authorOf(session)) !== null && nameOf(authorOf(session)) === nameOf(by);
  if (!isOwn || lockedBy(around) !== null || isActedOn(phase.receipt) || isGivenUp(phase.receipt))
    return false;
  const [signed, at] = [readInstant(finishedAt), readInstant(now)];
  // A clock that was set back says nothing of how long it was.
  return signed !== null && at !== null && Math.abs(at - signed) <= WITHDRAW_MS;
}

/** Whether what was signed can be marked as entered in error, also by another and after a death (F5). */
export function canEnterInError(session: FormSession): boolean {
  const { phase, around } = session;
  return (
    phase.state === 'finished' &&
    phase.inError === null &&
    !isGivenUp(phase.receipt) &&
    isHeard(session) &&
    !around.readOnly
  );
}

/** Takes the signature back. The answers are a draft again. */
export function withdraw(session: FormSession, stamp: Stamp): FormStepped {
  const { phase } = session;
  const by = authorOf(session);
  if (phase.state !== 'finished' || by === null || !canWithdraw(session, stamp.at))
    return changed(session, {});
  const { assessment, intent: finished } = phase;
  const what = { kind: 'withdraw-assessment', finished, draft: assessment.draft, by } as const;
  const intent = intentOf(session, what, stamp);
  const asked = { intent, ...NOTHING_HEARD, state: 'on-its-way' } as const;
  return changed(
    session,
    { phase: { ...phase, state: 'withdrawing', asked, failure: null } },
    { kind: 'enqueue', port: session.port, intent },
  );
}

/** Marks what was signed as entered in error, and says why. It is not taken away: others may have read it (F5). */
export function enterInError(session: FormSession, typed: string, stamp: Stamp): FormStepped {
  const { phase, screen } = session;
  if (phase.state !== 'finished' || !canEnterInError(session)) return changed(session, {});
  const by = markerOf(session);
  if (by === null) return changed(session, {}, { kind: 'focus', focus: { on: 'marked-by' } });
  const reason = typed.trim();
  if (reason === '') return changed(session, {}, { kind: 'focus', focus: { on: 'reason' } });
  const { assessment, intent: finished } = phase;
  const what = { kind: 'enter-in-error', finished, draft: assessment.draft.id, reason, by } as const;
  const intent = intentOf(session, what, stamp);
  const asked = { intent, ...NOTHING_HEARD, state: 'on-its-way' } as const;
  return changed(
    session,
    {
      phase: { ...phase, asked, failure: null, inError: { reason, at: stamp.at, by } },
      screen: { ...screen, inErrorReason: null, markedBy: '' },
    },
    { kind: 'enqueue', port: session.port, intent },
    { kind: 'focus', focus: { on: 'finish' } },
    { kind: 'announce' },
  );
}

/** Who marks it: whom the page names, or who says so now. The person who signed may have left the screen to a colleague (F5). */
function markerOf({ around, screen }: FormSession): Author | null {
  if (nameOf(around.author) !== null) return around.author;
  const name = screen.markedBy.trim();
  return name === '' ? null : { name, role: null };
}

/** The intent of a press. Asked again after it failed, it is the same one: the first may have arrived (F2). */
function intentOf({ resident, phase }: FormSession, what: CareIntent['what'], { at, id }: Stamp): CareIntent {
  const before = isFinished(phase) ? (phase.asked?.intent ?? null) : null;
  const isSame = before !== null && JSON.stringify(before.what) === JSON.stringify(what);
  return isSame ? before : { id, resident, pressedAt: at, what };
}
