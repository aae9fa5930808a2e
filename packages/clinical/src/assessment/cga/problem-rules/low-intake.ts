import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rules 11.3, intake, and 3.1: eating or drinking much less. */
export const lowIntake: ProblemRule = {
  id: 'low-intake',
  problem: 'Eating or drinking too little',
  raise: (facts) =>
    is(facts, 'intake', 'less|little') ? because('Eats or drinks less than usual', 'intake') : null,
};
