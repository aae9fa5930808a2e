import { withdrawnIn } from '../../place/withdrawn.ts';
import { finishForm } from '../../assessment/finish-form.ts';
import type { CareIntent, Receipt } from '../../ports/care-actions.ts';
import type { Author } from '../../recorded.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import type { Stamp } from '../step.ts';
import { authorOf, canChange, nameOf, signedBy } from './answer.ts';
import { isTyping } from './entry.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { heard, NOTHING_HEARD } from './heard.ts';
import { KEPT_NOWHERE, NOTHING_KEPT, save, saveAgain } from './keep.ts';
import { isReceipt, noAnswer } from './port-answers.ts';
import { asTemplate } from './problems.ts';
import { refresh } from './refresh.ts';
import type { Failure, Finished, FormSession, Phase, Screen, Signing } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { fewAnswers, stopsOf } from './stops.ts';
import { lockedBy } from './surroundings.ts';
import { takenBack } from './take-back.ts';

/** [P] How long a signature can be taken back. After that the assessment is marked as entered in error, with a reason. */
const WITHDRAW_MS = 5 * 60_000;

/** A person signs. What stands in the way is shown, and few answers are asked back once in words (F1). */
export function finish(
  session: FormSession,
  despiteFew: boolean,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  if (!canChange(session)) return changed(session, {});
  const stopped =
    stopsOf(session, stamp.at).length > 0
      ? 'stopped'
      : !despiteFew && fewAnswers(session.state) !== null
        ? 'few-answers'
        : 'no';
  const screen: Screen = { ...session.screen, stopped };
  if (stopped !== 'no') return changed(session, { screen }, { kind: 'focus', focus: { on: 'stops' } });
  const template = asTemplate(session.form);
  const { rules } = session.around;
  // A template never opens without the rules that belong to it.
  if (template !== null && rules === null) return changed(session, { screen });
  const signature = signedBy(session, stamp);
  const finished =
    rules?.finish(session.state, { ...signature, template, last: session.previous }) ??
    finishForm(session.state, signature);
  // Guard: a score that was withdrawn a moment ago is not signed with the rest.
  const scores = finished.scores.filter(
    ({ instrument, version }) =>
      withdrawnIn(session.around.place, { kind: 'instrument', id: instrument, version }) === null,
  );
  const assessment = { ...finished, scores };
  const intent: CareIntent = {
    id: stamp.id,
    resident: session.resident,
    pressedAt: stamp.at,
    what: { kind: 'finish-assessment', assessment, form: session.state.form },
  };
  const now: Signing = { intent, assessment };
  // Signed by another name, or scored otherwise, it is another signing although no answer changed.
  const signing =
    session.signing !== null && guards.isSameSigning(session.signing, now) ? session.signing : now;
  return sendSigning({ ...session, screen, signing, phase: { state: 'finishing' } }, guards);
}

/** Hands the signing over once no draft is on its way: one that arrives later would be there again tomorrow (F3). */
export function sendSigning(session: FormSession, guards: FormGuards): FormStepped {
  const { signing, phase, keep } = session;
  if (signing === null || phase.state !== 'finishing' || !guards.mayBeFinished(keep))
    return changed(session, {});
  return changed(session, {}, { kind: 'enqueue', port: session.port, intent: signing.intent });
}

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
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'timeout';
}

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'state' in error && error.state === 'refused';
}

function isFinished(phase: Phase): phase is Extract<Phase, { readonly state: 'finished' | 'withdrawing' }> {
  return phase.state === 'finished' || phase.state === 'withdrawing';
}

/** What became of it since, also while somebody asks to take it back: if that fails, it stands as it was seen (F5). */
export function receiptChanged(session: FormSession, intent: string, receipt: Receipt): FormStepped {
  const { phase, takenBack: back } = session;
  if (!isReceipt(receipt)) return changed(session, {});
  if (back?.intent === intent) {
    // Once the server has it, nothing of the former signature stands in the way any more.
    const takenBack = receipt.state === 'sent' ? null : { ...back, ...heard(receipt, back) };
    return changed(session, { takenBack }, { kind: 'announce' });
  }
  if (!isFinished(phase)) return changed(session, {});
  const { asked } = phase;
  if (asked?.intent.id === intent) {
    const now = { ...asked, ...heard(receipt, asked) };
    return changed(session, { phase: { ...phase, asked: now } }, { kind: 'announce' });
  }
  if (phase.intent !== intent || isBehind(receipt, phase.receipt)) return changed(session, {});
  return changed(session, { phase: { ...phase, ...heard(receipt, phase) } }, { kind: 'announce' });
}

/** What somebody saw is not unseen by news that comes late. */
function isBehind(receipt: Receipt, before: Receipt | null): boolean {
  if (receipt.state === 'refused' || isGivenUp(receipt)) return false;
  return (
    (isActedOn(before) && !isActedOn(receipt)) || (before?.state === 'answered' && receipt.state === 'seen')
  );
}

function isActedOn(receipt: Receipt | null): boolean {
  return receipt?.state === 'seen' || receipt?.state === 'answered';
}

/** Whether a person gave it up, so that nothing is left to take back or to mark. Its answers are a draft again. */
function isGivenUp(receipt: Receipt | null): boolean {
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
