import type { ProblemRule } from '../../types.ts';
import { because, isPast } from './raised-by.ts';

/** [P] Clinical rule 11.3: DoLS status and expiry. An unknown date of expiry is not past. */
export const liberty: ProblemRule = {
  id: 'liberty',
  problem: 'No authorisation to deprive of liberty in force',
  raise(facts) {
    if (facts.answer('dols') === 'lapsed') return because(facts, '', 'dols');
    return isPast(facts, facts.answer('dols-until')) ? because(facts, '', 'dols-until') : null;
  },
};
