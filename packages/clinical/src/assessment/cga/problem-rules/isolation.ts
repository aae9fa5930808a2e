import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 9.1: isolated people are a group for review. Which answers raise it is ours. */
export const isolation: ProblemRule = {
  id: 'isolation',
  problem: 'Loneliness',
  raise: (facts) => {
    if (is(facts, 'lonely', 'often')) return because('Often feels lonely or left out', 'lonely');
    return is(facts, 'visitors', 'none') ? because('No visitors', 'visitors') : null;
  },
};
