import type { Answer, ItemKey } from './answer.ts';
import type { FormChange, FormState } from './state.ts';

/**
 * Answers one question, or takes its answer away (`null`). An answer that the question does not take changes nothing and
 * comes back as `refused`; an implausible one is taken.
 *
 * @throws {EhchError} `bad-argument` for a key that names no question of the form.
 */
export function answerItem(state: FormState, key: ItemKey, answer: Answer | null): FormChange {
  const { [key]: _, ...others } = state.draft.answers;
  const answers = answer === null ? others : { ...others, [key]: answer };
  return { state: { ...state, draft: { ...state.draft, answers } }, touched: new Set([key]) };
}
