import { withdrawnIn } from '../../place/withdrawn.ts';
import type { AssessmentTemplate } from '../../assessment/types.ts';
import { finishForm } from '../../assessment/finish-form.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { CareIntent } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import { canChange, signedBy } from './answer.ts';
import type { FormGuards } from './guards.ts';
import { asTemplate } from './problems.ts';
import type { FormSession, Screen, Signing } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { fewAnswers, stopsOf } from './stops.ts';

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
