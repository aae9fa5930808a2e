import type { ProblemRule } from '../../types.ts';
import { reaches } from './because.ts';

/** NHS England, structured medication reviews: 10 or more medicines are a group for one. */
export const manyMedicines: ProblemRule = {
  id: 'many-medicines',
  problem: 'Many medicines: for a structured review',
  raise: (facts) => reaches(facts, 'polypharmacy', 'Regular medicines:', 10),
};
