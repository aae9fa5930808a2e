import { progressOf } from '../form/progress.ts';
import type { FormState } from '../form/state.ts';
import type { ScoreResult } from '../score.ts';

/**
 * The scores of the instruments that were used: of which anything was answered, be it why there is no answer. What a record
 * alone fills in, such as an age, is no use of one.
 */
export function usedScores(state: FormState): readonly ScoreResult[] {
  return [...state.scores].flatMap(([key, score]) => {
    const { answered, notAssessed } = progressOf(state, key);
    return answered + notAssessed > 0 ? [score] : [];
  });
}

/** Whether any part of a score is there. */
export function isUsed({ items }: ScoreResult): boolean {
  return Object.values(items).some(
    ({ value }) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}
