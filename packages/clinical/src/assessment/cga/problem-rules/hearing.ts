import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: vision, hearing, aids working. */
export const hearing: ProblemRule = {
  id: 'hearing',
  problem: 'Hearing',
  raise: (facts) => {
    if (is(facts, 'hearing-aid', 'broken|lost')) return because('Hearing aids broken or lost', 'hearing-aid');
    return is(facts, 'hearing', 'reduced|poor') ? because('Hears poorly', 'hearing') : null;
  },
};
