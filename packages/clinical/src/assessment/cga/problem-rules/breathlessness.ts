import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: breathlessness. */
export const breathlessness: ProblemRule = {
  id: 'breathlessness',
  problem: 'Breathless at rest',
  raise: (facts) => (is(facts, 'breath', 'rest') ? because('Breathless at rest', 'breath') : null),
};
