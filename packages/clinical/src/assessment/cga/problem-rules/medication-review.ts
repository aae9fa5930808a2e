import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** NHS England: care home residents are a group for structured medication reviews. No interval: that is the place’s. */
export const medicationReview: ProblemRule = {
  id: 'medication-review',
  problem: 'Structured medication review',
  raise: (facts) => (is(facts, 'smr', 'no') ? because('No structured medication review yet', 'smr') : null),
};
