import { ownDayOf } from '../form/finding-day.ts';
import type { FormState } from '../form/state.ts';
import type { Author } from '../recorded.ts';
import type { Instant } from '../time/types.ts';
import { usedScores } from './is-used.ts';
import type { FinishedAssessment } from './types.ts';

/**
 * A form that is no template as a person finishes it: it has neither problems nor an index. Scores stay what they are: an
 * incomplete one stays incomplete. Instruments of which nothing was answered were not used and are left out.
 */
export function finishForm(
  state: FormState,
  { at, by }: { readonly at: Instant; readonly by: Author | null },
): FinishedAssessment {
  const totals = [...state.totals].flatMap(([key, total]) =>
    total.state === 'scored' && total.missing.length === 0 ? [[key, total.value] as const] : [],
  );
  return {
    draft: state.draft,
    scores: usedScores(state),
    totals: Object.fromEntries(totals),
    problems: [],
    days: daysIn(state),
    finishedAt: at,
    by,
  };
}

function daysIn(state: FormState): FinishedAssessment['days'] {
  return Object.fromEntries(
    Object.keys(state.draft.answers).flatMap((key) => {
      const day = ownDayOf(state, key);
      return day === null ? [] : [[key, day] as const];
    }),
  );
}
