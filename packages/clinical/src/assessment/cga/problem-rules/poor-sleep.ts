import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: sleep. */
export const poorSleep: ProblemRule = {
  id: 'poor-sleep',
  problem: 'Poor sleep',
  raise: (facts) => (is(facts, 'sleep', 'poor') ? because('Sleeps poorly', 'sleep') : null),
};
