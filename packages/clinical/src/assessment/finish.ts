import type { FormState } from '../form/state.ts';
import type { Author } from '../recorded.ts';
import type { Instant } from '../time/types.ts';
import { cgaFrailtyIndex } from './cga-frailty-index.ts';
import { problemsOf } from './candidates.ts';
import { finishForm } from './finish-form.ts';
import { isUsed } from './is-used.ts';
import type { AssessmentTemplate, FinishedAssessment } from './types.ts';

/** Who finishes it, and when. */
export interface Finishing {
  readonly at: Instant;
  readonly by: Author | null;
  /** `null`: the form is no template, and has neither problems nor an index. */
  readonly template: AssessmentTemplate | null;
  readonly last?: FinishedAssessment | null;
}

/** The assessment as a person finishes it, with what the template's rules raised and its own index. */
export function finishAssessment(
  state: FormState,
  { at, by, template, last = null }: Finishing,
): FinishedAssessment {
  const finished = finishForm(state, { at, by });
  if (template === null) return finished;
  const index = cgaFrailtyIndex(template, state);
  return {
    ...finished,
    scores: [...finished.scores, ...(index !== null && isUsed(index) ? [index] : [])],
    problems: problemsOf(template, state, last),
  };
}
