import type { ProblemRule } from '../../types.ts';
import { reaches } from './because.ts';

/** acbcalc.com: a total of 3 or more is raised. */
export const anticholinergic: ProblemRule = {
  id: 'anticholinergic',
  problem: 'Anticholinergic burden',
  raise: (facts) => reaches(facts, 'acb', 'Anticholinergic burden', 3),
};
