import type { ProblemRule } from '../../types.ts';
import { reaches } from './because.ts';

/** BAPEN: a MUST total of 2 or more is high risk. */
export const malnutrition: ProblemRule = {
  id: 'malnutrition',
  problem: 'Risk of malnutrition',
  raise: (facts) => reaches(facts, 'must', 'MUST', 2),
};
