import { EhchError } from '../errors.ts';
import type { FormState } from '../form/state.ts';
import type { ProblemDecision } from '../form/draft.ts';
import { factsOf } from './facts-of.ts';
import type { AssessmentTemplate, CandidateProblem, FinishedAssessment, Reason } from './types.ts';

/**
 * The problems that the template's rules raise out of the answers, in the order of the rules. None of them is added to
 * anything: a person accepts, edits or dismisses it. What was decided holds while the rule gives the same reason; after
 * that the problem is open again, with the earlier decision beside it.
 *
 * @param last The last finished assessment, for rules that compare.
 * @throws {EhchError} `bad-argument` when the form that is open is not this template.
 */
export function candidatesOf(
  template: AssessmentTemplate,
  state: FormState,
  last: FinishedAssessment | null = null,
): readonly CandidateProblem[] {
  if (state.form.id !== template.id || state.form.version !== template.version)
    throw new EhchError('bad-argument', 'Give the template that the form was opened with.');
  const facts = factsOf(state, last);
  return template.problemRules.flatMap(({ id, problem, raise }) => {
    const reason = raise(facts);
    if (reason === null) return [];
    const decision = decisionOf(state, id);
    const about = { rule: id, problem, reason };
    if (decision === null || isAbout(decision, reason)) return [{ ...about, decision }];
    return [{ ...about, decision: null, earlier: decision }];
  });
}

/**
 * The problems of a finished assessment: what the rules raise, and what a person decided although the answers moved on
 * afterwards. Nothing that was decided is lost.
 */
export function problemsOf(
  template: AssessmentTemplate,
  state: FormState,
  last: FinishedAssessment | null = null,
): readonly CandidateProblem[] {
  const raised = candidatesOf(template, state, last);
  const others = Object.entries(state.draft.decisions).filter(
    ([rule]) => !raised.some((candidate) => candidate.rule === rule),
  );
  return [
    ...raised,
    ...others.map(([rule, decision]) => ({
      rule,
      problem:
        decision.state === 'accepted'
          ? decision.problem
          : (template.problemRules.find(({ id }) => id === rule)?.problem ?? rule),
      reason: decision.about ?? { words: '', items: [] },
      decision,
    })),
  ];
}

function decisionOf({ draft: { decisions } }: FormState, rule: string): ProblemDecision | null {
  return Object.hasOwn(decisions, rule) ? (decisions[rule] ?? null) : null;
}

/** A decision that does not say what it was about cannot be known to hold. */
function isAbout({ about }: ProblemDecision, reason: Reason): boolean {
  return about?.words === reason.words;
}
