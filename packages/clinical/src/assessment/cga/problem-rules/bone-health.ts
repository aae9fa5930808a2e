import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** NICE NG249: bone health belongs to a falls assessment. [P] Which answer raises it. */
export const boneHealth: ProblemRule = {
  id: 'bone-health',
  problem: 'Weak bones without treatment',
  raise: (facts) => (is(facts, 'bones', 'untreated') ? because('Weak bones, not treated', 'bones') : null),
};
