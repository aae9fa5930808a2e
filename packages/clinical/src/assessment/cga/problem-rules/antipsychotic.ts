import type { ProblemRule } from '../../types.ts';
import { because } from './because.ts';

/** [P] Clinical rule 12.4 counts residents on an antipsychotic with a review. */
export const antipsychotic: ProblemRule = {
  id: 'antipsychotic',
  problem: 'Antipsychotic: still needed?',
  raise: (facts) =>
    facts.choices('psychotropic-kind').includes('antipsychotic')
      ? because('Takes an antipsychotic', 'psychotropic-kind')
      : null,
};
