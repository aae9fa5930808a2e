import type { Evaluation, EvaluationOutcome, FormChange, FormState } from './state.ts';

/** Asks the evaluator that the form was opened with. Never rejects: what it throws is `failed`. */
export async function askEvaluator(_state: FormState, _evaluation: Evaluation): Promise<EvaluationOutcome> {
  return 'failed';
}

/** Takes the evaluator's answer to one of `state.toEvaluate`. An answer to an asking that was overtaken changes nothing. */
export function receiveTotals(
  state: FormState,
  _evaluation: Evaluation,
  _outcome: EvaluationOutcome,
): FormChange {
  return { state, touched: new Set() };
}
