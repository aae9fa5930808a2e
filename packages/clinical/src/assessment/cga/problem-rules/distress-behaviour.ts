import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: pattern, triggers and a plan without medicine. */
export const distressBehaviour: ProblemRule = {
  id: 'distress-behaviour',
  problem: 'Distress',
  raise: (facts) => {
    if (!is(facts, 'distress', 'yes')) return null;
    const plan = facts.answer('distress-plan') !== null;
    return because(
      plan ? 'Shows distress' : 'Shows distress; no plan without medicine yet',
      'distress',
      'distress-plan',
    );
  },
};
