import type { ProblemRule } from '../../types.ts';
import { moodScales } from '../mood-cuts.ts';
import { because } from './raised-by.ts';

/** See {@link moodScales}. */
export const lowMood: ProblemRule = {
  id: 'low-mood',
  problem: 'Possible depression',
  raise(facts) {
    const raised = moodScales(facts).flatMap(([instrument, positive]) =>
      positive === true ? [instrument] : [],
    );
    return raised.length === 0 ? null : because(facts, '', ...raised);
  },
};
