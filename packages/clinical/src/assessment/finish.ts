import type { FormState } from '../form/state.ts';
import type { Author } from '../recorded.ts';
import type { Instant } from '../time/types.ts';
import { cgaFrailtyIndex } from './cga-frailty-index.ts';
import { problemsOf } from './candidates.ts';
import { isUsed, usedScores } from './is-used.ts';
import type { AssessmentTemplate, FinishedAssessment } from './types.ts';

/** Who finishes it, and when. */
export interface Finishing {
  readonly at: Instant;
  readonly by: Author | null;
  /** `null`: the form is no template, and has neither problems nor an index. */
  readonly template: AssessmentTemplate | null;
  readonly last?: FinishedAssessment | null;
}

/**
 * The assessment as a person finishes it. Scores stay what they are: an incomplete one stays incomplete. Instruments of
 * which nothing was answered were not used and are left out.
 */
export function finishAssessment(
  state: FormState,
  { at, by, template, last = null }: Finishing,
): FinishedAssessment {
  const index = template === null ? null : cgaFrailtyIndex(template, state);
  const totals = [...state.totals].flatMap(([key, total]) =>
    total.state === 'scored' && total.missing.length === 0 ? [[key, total.value] as const] : [],
  );
  return {
    draft: state.draft,
    scores: [...usedScores(state), ...(index !== null && isUsed(index) ? [index] : [])],
    totals: Object.fromEntries(totals),
    problems: template === null ? [] : problemsOf(template, state, last),
    finishedAt: at,
    by,
  };
}
