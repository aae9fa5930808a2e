import { reportCaught } from '../diagnostics/report-caught.ts';
import { settled } from './engine/settle.ts';
import type { Evaluation, EvaluationOutcome, FormChange, FormState } from './state.ts';

/** Asks the evaluator that the form was opened with. Never rejects: what it throws is `failed`. */
export async function askEvaluator(state: FormState, evaluation: Evaluation): Promise<EvaluationOutcome> {
  const { evaluator } = settled(state).options;
  try {
    return (await evaluator?.evaluate(evaluation.expression, state, evaluation.key)) ?? 'failed';
  } catch (error) {
    reportCaught(error, 'clinical/evaluator');
    return 'failed';
  }
}

/** Takes the evaluator's answer to one of `state.toEvaluate`. An answer to an asking that was overtaken changes nothing. */
export function receiveTotals(
  state: FormState,
  evaluation: Evaluation,
  outcome: EvaluationOutcome,
): FormChange {
  return settled(state).received(evaluation, outcome) ?? { state, touched: new Set() };
}
