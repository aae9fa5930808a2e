import type { ProblemRule } from '../../types.ts';
import { because, is, isPast } from './because.ts';

/** [P] Clinical rule 11.3: catheter, why, change date. */
export const catheter: ProblemRule = {
  id: 'catheter',
  problem: 'Catheter: why, or next change',
  raise: (facts) => {
    if (!is(facts, 'catheter', 'yes')) return null;
    const change = facts.answer('catheter-change');
    if (facts.answer('catheter-why') === null)
      return because('Why it is there is not recorded', 'catheter-why');
    if (change === null) return because('No date for the next change', 'catheter-change');
    return isPast(facts, change) ? because('The change is overdue', 'catheter-change') : null;
  },
};
