import type { SessionStep, Stamp } from '../step.ts';
import type { FormAction, FormNews, FormPress } from './action.ts';
import { answerQuestion, changeRows, confirm, nameOf, typeSeen } from './answer.ts';
import type { FormEffect } from './effect.ts';
import { adoptPrevious, merge, noteChanges, overtaken, takeDraft, takePrevious } from './elsewhere.ts';
import { choose, enter, enterAll, enterNotAssessed, leaveQuestion, pause, type } from './enter.ts';
import { stillStanding } from './entry.ts';
import { takeEvaluation } from './evaluate.ts';
import { finish, sendSigning } from './finish.ts';
import { openingNext, pressGroup, useOffer } from './groups.ts';
import { GUARDS } from './guards.ts';
import type { FormGuards } from './guards.ts';
import { savingOverdue, saveAgain, saveFailed, saved } from './keep.ts';
import { loadAgain, loadFailed, loaded, startEmpty } from './open.ts';
import { isKeptAnswer, noAnswer } from './port-answers.ts';
import { takeDecision, settle } from './problems.ts';
import { receiptChanged } from './receipt-changed.ts';
import { takeSurroundings } from './refresh.ts';
import { show } from './screen.ts';
import type { FormSession } from './session.ts';
import { enqueueFailed, enqueued } from './signing-answered.ts';
import { andThen, changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { lockedBy } from './surroundings.ts';
import { enterInError, withdraw } from './undo-signing.ts';

type AtFields = Stamp &
  Extract<
    FormPress,
    { readonly kind: 'type' | 'enter' | 'enter-all' | 'pause' | 'choose' | 'leave-question' }
  >;

/** The step of a form session. A test takes a guard away, and sees what it proves fail. */
export function formStep(guards: FormGuards = GUARDS): SessionStep<FormSession, FormAction, FormEffect> {
  return (session, action) => {
    const done = pressed(session, action, guards);
    const stepped =
      done === null ? (heard(session, action, guards) ?? changed(session, {})) : openingNext(session, done);
    return { ...stepped, session: withoutOldCopy(session, stillStanding(stepped.session)) };
  };
}

/** Text that was to be copied by hand says whether it is signed. Once that has changed, it says something untrue. */
function withoutOldCopy(before: FormSession, now: FormSession): FormSession {
  const said = ({ phase }: FormSession) => [phase.state, 'inError' in phase && phase.inError !== null].join();
  if (now.screen.copied === null || said(before) === said(now)) return now;
  return { ...now, screen: { ...now.screen, copied: null } };
}

/** What a person did; `null`: the action is no press. */
function pressed(session: FormSession, action: FormAction & Stamp, guards: FormGuards): FormStepped | null {
  switch (action.kind) {
    case 'answer':
      return answerQuestion(session, action.key, action.values, { kind: 'entered' }, action, guards);
    case 'not-assessed':
      return enterNotAssessed(session, action.key, action, action, guards);
    case 'confirm':
      return confirm(session, action.key, action, guards);
    case 'use':
      return useOffer(session, action.offer, action, guards);
    case 'use-all':
    case 'as-last-time':
    case 'not-assessed-group':
    case 'ask-again':
      return andThen(enterAll(session, action, guards), (next) => pressGroup(next, action, action, guards));
    case 'add-row':
      return changeRows(session, action.group, null, action, guards);
    case 'remove-row':
      return changeRows(session, action.group, action.row, action, guards);
    case 'type':
    case 'enter':
    case 'enter-all':
    case 'pause':
    case 'choose':
    case 'leave-question':
      return atFields(session, action, guards);
    case 'decide-problem':
      return takeDecision(session, action, action, guards);
    case 'settle':
      return settle(session, action.dispute, action.said, action, guards);
    case 'merge':
      return merge(session, action, guards);
    case 'adopt-previous':
      return adoptPrevious(session, action);
    case 'note-changes':
      return noteChanges(session);
    case 'name-author':
      return nameAuthor(session, action, guards);
    case 'type-seen':
      return typeSeen(session, action.part, action.text, action, guards);
    case 'load-again':
      return loadAgain(session, action);
    case 'start-empty':
      return startEmpty(session, action, guards);
    case 'save-again':
      return saveAgain(session, action, guards);
    case 'finish':
      return andThen(enterAll(session, action, guards), (next) =>
        finish(next, action.despiteFew, action, guards),
      );
    case 'withdraw':
      return withdraw(session, action);
    case 'enter-in-error':
      return enterInError(session, action.reason, action);
    default:
      return show(session, action);
  }
}

/** What was typed under another name is read under that one (A2). */
function nameAuthor(
  session: FormSession,
  action: Extract<FormPress, { readonly kind: 'name-author' }> & Stamp,
  guards: FormGuards,
): FormStepped {
  const isNamed = nameOf(session.author) !== null && nameOf(session.author) !== nameOf(action.author);
  const read = isNamed ? enterAll(session, action, guards) : changed(session, {});
  return andThen(read, (next) => changed(next, { author: action.author }));
}

/** What a person did at the fields and options of a question. */
function atFields(session: FormSession, action: AtFields, guards: FormGuards): FormStepped {
  switch (action.kind) {
    case 'type':
      return changed(type(session, action.key, action.field, action.text), {});
    case 'enter':
      return enter(session, action.key, action.field, action.text, action, guards);
    case 'enter-all':
      return enterAll(session, action, guards);
    case 'pause':
      return pause(session, action.key, action, guards);
    case 'choose':
      return choose(session, action.key, action.option, action.isChosen, action, guards);
    case 'leave-question':
      return leaveQuestion(session, action.key);
  }
}

/** What the world answered, or the page and the record said; `null`: the action is no such news. */
function heard(session: FormSession, action: FormAction & Stamp, guards: FormGuards): FormStepped | null {
  switch (action.kind) {
    case 'surroundings':
      return heardSurroundings(session, action, guards);
    case 'draft-given':
      return takeDraft(session, action.draft, action, guards);
    case 'previous-given':
      return takePrevious(session, action.previous, action, guards);
    case 'loaded':
      return loaded(session, action.asking, action.kept, action, guards);
    case 'load-failed':
      return loadFailed(session, action.asking, action.error, guards);
    case 'saved':
    case 'save-failed':
      return heardOfSaving(session, action, guards);
    case 'enqueued':
      return enqueued(session, action.intent, action.receipt, action, guards);
    case 'enqueue-failed':
      return enqueueFailed(session, action.intent, action.error, action, guards);
    case 'receipt-changed':
      return receiptChanged(session, action.intent, action.receipt);
    case 'evaluated':
      return takeEvaluation(session, action.evaluation, action.outcome);
    default:
      return null;
  }
}

type Heard<Kind extends FormNews['kind']> = Extract<FormNews, { readonly kind: Kind }> & Stamp;

/** Once the rules are there, drafts that waited for them are put together. */
function heardSurroundings(
  session: FormSession,
  action: Heard<'surroundings'>,
  guards: FormGuards,
): FormStepped {
  const taken = andThen(readFirst(session, action, guards), (next) =>
    takeSurroundings(next, action.around, action.at, guards),
  );
  const { keep, around } = taken.session;
  const waits = keep.keeping.state === 'overtaken' && session.around.rules === null && around.rules !== null;
  return waits ? andThen(taken, (next) => saveAgain(next, action, guards)) : taken;
}

/** What was typed is of who typed it, and was typed while it could be: it is read before either is another (A2, N5). */
function readFirst(session: FormSession, action: Heard<'surroundings'>, guards: FormGuards): FormStepped {
  const { around } = action;
  const isAnother = nameOf(around.author) !== nameOf(session.around.author);
  const locks = lockedBy(around) !== null;
  return isAnother || locks ? enterAll(session, action, guards) : changed(session, {});
}

/** While it is being finished, the signing goes out as soon as no draft is on its way. */
function heardOfSaving(
  session: FormSession,
  action: Heard<'saved' | 'save-failed'>,
  guards: FormGuards,
): FormStepped {
  const waiting = session.keep.saving === null ? savingOverdue(session, action.asking) : session;
  const saving = waiting?.keep.saving ?? null;
  if (waiting === null || saving === null || !guards.isLast(action.asking, saving.asking))
    return changed(session, {});
  const settled = afterSaving(waiting, action, guards);
  return andThen(settled, (next) => sendSigning(next, guards));
}

function afterSaving(
  session: FormSession,
  action: Heard<'saved' | 'save-failed'>,
  guards: FormGuards,
): FormStepped {
  if (action.kind === 'save-failed') return saveFailed(session, action.error, action);
  const { kept } = action;
  if (!isKeptAnswer(kept)) return saveFailed(session, noAnswer('saveDraft'), action);
  return kept.where === 'overtaken'
    ? overtaken(session, kept.by, action, guards)
    : saved(session, kept, action);
}
