import type { ProblemRule } from '../../types.ts';
import { because } from './because.ts';

/** BGS Fit for Frailty: below 0.8 m/s, or above 10 s in timed up and go. It predicts no fall. */
export const slowWalking: ProblemRule = {
  id: 'slow-walking',
  problem: 'Slow walking',
  raise: (facts) => {
    if (facts.score('gait-speed')?.band === 'slow') return because('Walks slower than 0.8 m/s', 'gait-speed');
    return facts.score('tug')?.band === 'over-10' ? because('Timed up and go above 10 seconds', 'tug') : null;
  },
};
