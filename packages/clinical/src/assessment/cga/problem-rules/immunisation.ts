import type { ProblemRule } from '../../types.ts';
import { because } from './because.ts';

/** [P] Clinical rule 11.3: immunisations due. */
export const immunisation: ProblemRule = {
  id: 'immunisation',
  problem: 'Immunisation due',
  raise: (facts) =>
    facts.choices('vaccines-due').some((each) => each !== 'none')
      ? because('Immunisations are due', 'vaccines-due')
      : null,
};
