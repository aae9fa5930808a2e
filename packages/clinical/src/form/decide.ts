import type { Instant } from '../time/types.ts';
import type { ProblemDecision } from './draft.ts';
import type { FormChange, FormState } from './state.ts';

/** Keeps what a person decided about a candidate problem; `null` takes the decision back. */
export function decideProblem(state: FormState, rule: string, decision: ProblemDecision | null): FormChange {
  const others = Object.entries(state.draft.decisions).filter(([id]) => id !== rule);
  const decisions = Object.fromEntries(decision === null ? others : [...others, [rule, decision]]);
  const changedAt = decision?.at ?? state.draft.changedAt;
  return { state: { ...state, draft: { ...state.draft, decisions, changedAt } }, touched: new Set() };
}

/** Says when the person was seen. Scores carry it. */
export function setAssessedAt(state: FormState, at: Instant): FormChange {
  return { state: { ...state, draft: { ...state.draft, assessedAt: at } }, touched: new Set() };
}
