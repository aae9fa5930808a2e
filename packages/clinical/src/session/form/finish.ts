import { withdrawnIn } from '../../place/withdrawn.ts';
import type { AssessmentTemplate } from '../../assessment/types.ts';
import { finishForm } from '../../assessment/finish-form.ts';
import { isObject } from '../../is-object.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { CareIntent, Receipt } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import { canChange, signedBy } from './answer.ts';
import { isTyping } from './entry.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { heard } from './heard.ts';
import { KEPT_NOWHERE, NOTHING_KEPT, save, saveAgain } from './keep.ts';
import { isReceipt, noAnswer } from './port-answers.ts';
import { asTemplate } from './problems.ts';
import { refresh } from './refresh.ts';
import type { Failure, Finished, FormSession, Screen, Signing } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { fewAnswers, stopsOf } from './stops.ts';
import { takenBack } from './take-back.ts';
import { isActedOn, isFinished, isGivenUp } from './undo-signing.ts';

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
    what: { kind: 'finish-assessment', assessment, form: asked(session.state.form) },
  };
  const now: Signing = { intent, assessment };
  // Signed by another name, or scored otherwise, it is another signing although no answer changed.
  const signing =
    session.signing !== null && guards.isSameSigning(session.signing, now) ? session.signing : now;
  return sendSigning({ ...session, screen, signing, phase: { state: 'finishing' } }, guards);
}

/** What the form asks. The rules of a template are functions, which no port to an engine carries. */
function asked(form: FormDefinition): FormDefinition {
  const {
    problemRules: _rules,
    deficits: _deficits,
    ...questions
  } = form as Partial<AssessmentTemplate> & FormDefinition;
  return questions;
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
  return isObject(error) && error['code'] === 'timeout';
}

function isRefusal(error: unknown): boolean {
  return isObject(error) && error['state'] === 'refused';
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
