import type { ProblemRule } from '../../types.ts';
import { because } from './raised-by.ts';

/** O’Riordan 2017 and the RCP guide, as the instrument applies them; already so when a part is missing. */
export const orthostaticDrop: ProblemRule = {
  id: 'orthostatic-drop',
  problem: 'Blood pressure falls on standing',
  raise(facts) {
    const score = facts.score('orthostatic-bp');
    const falls = score !== null && 'positive' in score && score.positive === true;
    return falls ? because(facts, '', 'orthostatic-bp') : null;
  },
};
