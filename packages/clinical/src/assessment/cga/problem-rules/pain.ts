import type { ProblemRule } from '../../types.ts';
import { because, is, reaches } from './because.ts';

/** [P] Pain that is not controlled; or Abbey from 8 (moderate, Abbey 2004); or PAINAD from 4 (moderate, Warden 2003). */
export const pain: ProblemRule = {
  id: 'pain',
  problem: 'Pain',
  raise: (facts) => {
    if (is(facts, 'pain-control', 'partly|poor'))
      return because('Pain is not well controlled', 'pain-control');
    return reaches(facts, 'abbey', 'Abbey', 8) ?? reaches(facts, 'painad', 'PAINAD', 4);
  },
};
