import type { Instant } from '../time/types.ts';
import type { ProblemDecision } from './draft.ts';
import { settled } from './engine/settle.ts';
import type { FormChange, FormState } from './state.ts';

/** Keeps what a person decided about a candidate problem; `null` takes the decision back. */
export function decideProblem(state: FormState, rule: string, decision: ProblemDecision | null): FormChange {
  const before = settled(state);
  const others = Object.entries(before.draft.decisions).filter(([id]) => id !== rule);
  const decisions = Object.fromEntries(decision === null ? others : [...others, [rule, decision]]);
  const changedAt = decision?.at ?? before.draft.changedAt;
  return before.next({ ...before.draft, decisions, changedAt }).finish();
}

/** Says when the person was seen. Scores carry it, and it settles what was in dispute about it. `at` is when that was said. */
export function setAssessedAt(state: FormState, assessedAt: Instant, at?: Instant): FormChange {
  const before = settled(state);
  const changedAt = at ?? before.draft.changedAt;
  const { disputed } = before.draft;
  const settledBy = disputed === undefined ? {} : { disputed: { ...disputed, assessedAt: null } };
  const next = before.next({ ...before.draft, ...settledBy, assessedAt, changedAt });
  for (const instance of next.layout.byKey.values()) next.rescored(instance);
  return next.finish();
}
