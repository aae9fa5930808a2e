import { weightChangeOf } from '../../instruments/weight-change/weight-change.ts';
import type { AssessmentFacts } from '../types.ts';

/** [P] 5 % or more within 6 months; a loss over 5 % in 3 months is counted among the outcomes (clinical rule 12.4). */
export const LOSS_FROM_PERCENT = 5;

/** Of each earlier weight that is known, how much was lost since, in % of it; a gain is negative. */
export function weightLosses(facts: AssessmentFacts) {
  const currentKg = numberOf(facts.answer('bmi/kg'));
  return [1, 3, 6].flatMap((months) => {
    const item = `weight-${months}m`;
    const { total } = weightChangeOf({ previousKg: numberOf(facts.answer(item)), currentKg });
    return total === null ? [] : [{ months, item, percent: total }];
  });
}

function numberOf(answer: number | string | boolean | null): number | null {
  return typeof answer === 'number' ? answer : null;
}
