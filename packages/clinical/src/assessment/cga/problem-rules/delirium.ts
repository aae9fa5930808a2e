import type { ProblemRule } from '../../types.ts';
import { reaches } from './because.ts';

/** Bellelli 2014, form 1.2: 4 or more is possible delirium. Parts that reach 4 are enough. */
export const delirium: ProblemRule = {
  id: 'delirium',
  problem: 'Possible delirium',
  raise: (facts) => reaches(facts, '4at', '4AT', 4),
};
