import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rules 11.3, continence, and 3.1: new incontinence. */
export const incontinence: ProblemRule = {
  id: 'incontinence',
  problem: 'New or worse incontinence',
  raise: (facts) =>
    is(facts, 'continence-new', 'yes') ? because('Incontinence is new or worse', 'continence-new') : null,
};
