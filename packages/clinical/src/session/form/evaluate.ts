import { receiveTotals } from '../../form/receive.ts';
import type { Evaluation, EvaluationOutcome } from '../../form/state.ts';
import type { FormSession } from './session.ts';
import { changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** Asks the given evaluator what the form has not asked of it yet. */
export function evaluated(session: FormSession): FormStepped {
  const { state } = session;
  const due = state?.toEvaluate ?? [];
  const fresh = due.filter((one) => !session.evaluating.includes(one));
  if (state === null || (due.length === 0 && session.evaluating.length === 0)) return changed(session, {});
  return changed(
    session,
    { evaluating: due },
    ...fresh.map((evaluation) => ({ kind: 'evaluate' as const, state, evaluation })),
  );
}

/** The evaluator has answered. What is signed stays on screen as it was signed (F4). */
export function takeEvaluation(
  session: FormSession,
  evaluation: Evaluation,
  outcome: EvaluationOutcome,
): FormStepped {
  const { state, phase } = session;
  if (state === null || phase.state !== 'open') return changed(session, {});
  const next = receiveTotals(state, evaluation, outcome).state;
  return next === state
    ? changed(session, {})
    : withEffects(evaluated({ ...session, state: next }), { kind: 'announce' });
}
