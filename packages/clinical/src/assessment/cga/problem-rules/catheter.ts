import type { ProblemRule } from '../../types.ts';
import { because, isPast } from './raised-by.ts';

/** [P] Clinical rule 11.3: catheter, why, change date. */
export const catheter: ProblemRule = {
  id: 'catheter',
  problem: 'Catheter: why, or next change',
  raise(facts) {
    // Either question may be the one that says so, and the other be left out.
    const said = facts.answer('urine') === 'catheter';
    if (facts.answer('catheter') !== 'yes')
      return said ? because(facts, 'No reason recorded', 'urine') : null;
    const change = facts.answer('catheter-change');
    if (facts.answer('catheter-why') === null) return because(facts, 'No reason recorded', 'catheter-why');
    if (change !== null && !isPast(facts, change)) return null;
    return because(facts, change === null ? 'No date for the next change' : '', 'catheter-change');
  },
};
