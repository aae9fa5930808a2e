import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: vision, hearing, aids working. */
export const sight: ProblemRule = {
  id: 'sight',
  problem: 'Sight',
  raise: (facts) => {
    if (is(facts, 'glasses', 'broken|lost')) return because('Glasses broken or lost', 'glasses');
    return is(facts, 'vision', 'reduced|poor') ? because('Sees poorly', 'vision') : null;
  },
};
