import type { ProblemRule } from '../../types.ts';
import { because, is, isPast } from './because.ts';

/** [P] Clinical rule 11.3: DoLS status and expiry. */
export const liberty: ProblemRule = {
  id: 'liberty',
  problem: 'Deprivation of liberty: no authorisation in force',
  raise: (facts) => {
    if (is(facts, 'dols', 'lapsed')) return because('The authorisation has lapsed', 'dols');
    const ended = is(facts, 'dols', 'authorised') && isPast(facts, facts.answer('dols-until'));
    return ended ? because('The authorisation has ended', 'dols-until') : null;
  },
};
