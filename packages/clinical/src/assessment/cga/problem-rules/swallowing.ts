import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: swallow. */
export const swallowing: ProblemRule = {
  id: 'swallowing',
  problem: 'Swallowing difficulty',
  raise: (facts) =>
    is(facts, 'swallow', 'difficult|risk') ? because('Difficulty swallowing', 'swallow') : null,
};
