import { followed, noted } from './engine/change.ts';
import { notesOf, slotOf, type Askings } from './engine/notes.ts';
import type { Evaluation, EvaluationOutcome, FormChange, FormState } from './state.ts';

/** Asks the evaluator that the form was opened with. Never rejects: what it throws is `failed`. */
export async function askEvaluator(state: FormState, evaluation: Evaluation): Promise<EvaluationOutcome> {
  const evaluator = notesOf(state)?.options.evaluator ?? null;
  if (evaluator === null) return 'failed';
  try {
    return await evaluator.evaluate(evaluation.expression, state, evaluation.key);
  } catch {
    return 'failed';
  }
}

/** Takes the evaluator's answer to one of `state.toEvaluate`. An answer to an asking that was overtaken changes nothing. */
export function receiveTotals(
  state: FormState,
  evaluation: Evaluation,
  outcome: EvaluationOutcome,
): FormChange {
  const before = noted(state);
  const { layout, asking } = before.notes;
  const instance = layout.byKey.get(evaluation.key);
  const slots = [slotOf('show', evaluation.key), slotOf('total', evaluation.key)];
  const answered: Askings = new Map(
    slots.flatMap((slot) =>
      [...(asking.get(slot) ?? [])].flatMap(([expression, asked]) =>
        asked.asked === evaluation && asked.outcome === undefined
          ? [[slot, new Map([...(asking.get(slot) ?? []), [expression, { ...asked, outcome }]])] as const]
          : [],
      ),
    ),
  );
  if (instance === undefined || answered.size === 0) return { state, touched: new Set() };
  return followed(before, before.draft, (settlement) => settlement.received(instance), {
    asking: new Map([...asking, ...answered]),
    received: evaluation.key,
  });
}
