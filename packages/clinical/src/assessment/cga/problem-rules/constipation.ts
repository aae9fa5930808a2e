import type { ProblemRule } from '../../types.ts';
import { because } from './because.ts';

/** Lewis and Heaton 1997: types 1 and 2 are hard. */
export const constipation: ProblemRule = {
  id: 'constipation',
  problem: 'Constipation',
  raise: (facts) => (facts.score('bristol')?.band === 'hard' ? because('Hard stools', 'bristol') : null),
};
