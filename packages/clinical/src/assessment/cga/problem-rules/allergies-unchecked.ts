import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: allergies checked. */
export const allergiesUnchecked: ProblemRule = {
  id: 'allergies-unchecked',
  problem: 'Allergies not checked',
  raise: (facts) =>
    is(facts, 'allergies', 'no') ? because('Allergies were not checked', 'allergies') : null,
};
