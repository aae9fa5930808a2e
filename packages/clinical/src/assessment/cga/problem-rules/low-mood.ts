import type { ProblemRule, Reason } from '../../types.ts';
import { MOOD_CUTS } from '../mood-cuts.ts';
import { reaches } from './because.ts';

/** See {@link MOOD_CUTS}. */
export const lowMood: ProblemRule = {
  id: 'low-mood',
  problem: 'Possible depression',
  raise: (facts) =>
    MOOD_CUTS.reduce<Reason | null>(
      (raised, [instrument, title, from]) => raised ?? reaches(facts, instrument, title, from),
      null,
    ),
};
