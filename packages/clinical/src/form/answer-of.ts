import type { Answer, ItemKey } from './answer.ts';
import type { FormState } from './state.ts';

/** The answer to a question, hidden or not; `null`: none. */
export function answerOf({ draft }: Pick<FormState, 'draft'>, key: ItemKey): Answer | null {
  // Keys come from imported forms, and `constructor` is a legal linkId.
  return Object.hasOwn(draft.answers, key) ? (draft.answers[key] ?? null) : null;
}
