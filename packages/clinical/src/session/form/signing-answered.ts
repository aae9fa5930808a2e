import { isObject } from '../../is-object.ts';
import type { CareIntent, Receipt } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import { isTyping } from './entry.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { heard } from './heard.ts';
import { KEPT_NOWHERE, NOTHING_KEPT, save, saveAgain } from './keep.ts';
import { isReceipt, noAnswer } from './port-answers.ts';
import { refresh } from './refresh.ts';
import type { Failure, Finished, FormSession } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { takenBack } from './take-back.ts';
import { isFinished } from './undo-signing.ts';

/** The port has taken it over, or the page alone has it. */
export function enqueued(
  session: FormSession,
  intent: string,
  receipt: Receipt | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { phase, signing, port } = session;
  if (port !== null && !isReceipt(receipt))
    return enqueueFailed(session, intent, noAnswer('enqueue'), stamp, guards);
  if (receipt?.state === 'refused') return enqueueFailed(session, intent, receipt, stamp, guards);
  if (signing?.intent.id === intent && (phase.state === 'finishing' || isStillSigned(session, guards))) {
    const { assessment } = signing;
    const none = { asked: null, failure: null, inError: null };
    const finished: Finished = { assessment, intent, ...heard(receipt), ...none };
    return changed(
      session,
      { phase: { state: 'finished', ...finished }, keep: port === null ? KEPT_NOWHERE : NOTHING_KEPT },
      ...(receipt === null ? [] : [{ kind: 'watch-receipt', port, intent } as const]),
      { kind: 'tell-finished', assessment, intent },
      // After the deadline the focus stays where the person is by now.
      ...(phase.state === 'finishing' ? [{ kind: 'focus', focus: { on: 'finish' } } as const] : []),
      { kind: 'announce' },
    );
  }
  if (!isFinished(phase) || phase.asked?.intent.id !== intent) return changed(session, {});
  // Also where it was said to have failed before: what was taken back at the port is not signed here.
  if (phase.asked.intent.what.kind === 'withdraw-assessment')
    return takenBack(session, intent, receipt, stamp, guards);
  const asked = { ...phase.asked, ...heard(receipt), state: 'taken' } as const;
  return changed(
    session,
    { phase: { ...phase, asked, ...markOf(asked.intent) } },
    ...(receipt === null ? [] : [{ kind: 'watch-receipt', port, intent } as const]),
  );
}

/** The mark of an intent that the port took over. After the deadline the screen had said that it was not known (S6). */
function markOf({ what, pressedAt }: CareIntent): Partial<Finished> {
  if (what.kind !== 'enter-in-error') return {};
  return { failure: null, inError: { reason: what.reason, at: pressedAt, by: what.by } };
}

/**
 * Whether what the port says of a signing after the deadline still counts: nobody has answered, typed or tried to keep anything
 * since (S5, S6).
 */
function isStillSigned(session: FormSession, guards: FormGuards): boolean {
  const { phase, keep } = session;
  const hasFailed = phase.state === 'open' && phase.failure !== null;
  return hasFailed && guards.mayBeFinished(keep) && !isTyping(session);
}

/** Whatever fails, everything stays on screen. */
export function enqueueFailed(
  session: FormSession,
  intent: string,
  error: unknown,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { phase, signing } = session;
  const failure: Failure = { error };
  if (phase.state === 'finishing' && signing?.intent.id === intent) {
    const open: FormSession = { ...session, phase: { state: 'open', failure } };
    // What came meanwhile of the record and the evaluator was held back, and so were answers.
    const refreshed = andThen(refresh(session, { ...open, evaluating: [] }, stamp.at), evaluated);
    return withEffects(
      andThen(refreshed, (next) => saveOrAsk(next, error, stamp, guards)),
      { kind: 'focus', focus: { on: 'finish' } },
      { kind: 'announce' },
    );
  }
  if (signing?.intent.id === intent && isStillSigned(session, guards)) {
    // After the deadline it turns out that it failed. The focus stays where the person is by now.
    const known: FormSession = { ...session, phase: { state: 'open', failure } };
    return withEffects(saveOrAsk(known, error, stamp, guards), { kind: 'announce' });
  }
  if (!isFinished(phase) || phase.asked?.intent.id !== intent || phase.asked.state === 'taken')
    return changed(session, {});
  const asked = { ...phase.asked, state: 'failed' } as const;
  return changed(
    session,
    { phase: { ...phase, state: 'finished', asked, failure, inError: null } },
    { kind: 'announce' },
  );
}

/**
 * What was refused may have been answered elsewhere. The port says so when the draft is handed over once more. While it is not
 * known whether the form was finished, no draft of it goes out: a receipt that comes late still counts (S6, K4).
 */
function saveOrAsk(session: FormSession, error: unknown, stamp: Stamp, guards: FormGuards): FormStepped {
  if (isUnheard(error)) return changed(session, {});
  return session.state !== null && isRefusal(error)
    ? save(session, session.state.draft, stamp, guards)
    : saveAgain(session, stamp, guards);
}

function isUnheard(error: unknown): boolean {
  return isObject(error) && error['code'] === 'timeout';
}

function isRefusal(error: unknown): boolean {
  return isObject(error) && error['state'] === 'refused';
}
