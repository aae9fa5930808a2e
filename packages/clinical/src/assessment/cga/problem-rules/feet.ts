import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rules 11.3 and 8.5: feet are on the falls checklist. */
export const feet: ProblemRule = {
  id: 'feet',
  problem: 'Feet',
  raise: (facts) => (is(facts, 'feet', 'care|painful|ulcer') ? because('Feet need care', 'feet') : null),
};
