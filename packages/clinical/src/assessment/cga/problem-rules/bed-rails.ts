import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: bed rails. */
export const bedRails: ProblemRule = {
  id: 'bed-rails',
  problem: 'Bed rails not assessed',
  raise: (facts) =>
    is(facts, 'rails', 'unassessed') ? because('Bed rails are used and not assessed', 'rails') : null,
};
