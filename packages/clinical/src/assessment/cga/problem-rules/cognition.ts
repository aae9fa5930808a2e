import type { ProblemRule } from '../../types.ts';
import { because, is, reaches } from './because.ts';

/** 4AT 1 to 3 (Bellelli 2014); 6CIT from 8; AMTS below 8 (Hodkinson 1972). Not where dementia is diagnosed [P]. */
export const cognition: ProblemRule = {
  id: 'cognition',
  problem: 'Possible cognitive impairment',
  raise: (facts) => {
    if (is(facts, 'dementia', 'yes')) return null;
    if (facts.score('4at')?.band === 'possible-cognitive-impairment')
      return because(`4AT ${facts.score('4at')?.total}`, '4at');
    const amts = facts.score('amts10');
    if (amts?.band === 'below-8') return because(`AMTS ${amts.total}`, 'amts10');
    return reaches(facts, '6cit', '6CIT', 8);
  },
};
