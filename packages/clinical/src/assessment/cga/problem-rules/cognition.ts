import { SIX_CIT_BANDS } from '../../../instruments/6cit/6cit.ts';
import { lowestOf } from '../../../instruments/bands.ts';
import type { ProblemRule } from '../../types.ts';
import { because, raisedBy } from './raised-by.ts';

/** 4AT 1 to 3 (Bellelli 2014); 6CIT from 8; AMTS below 8 (Hodkinson 1972). Not where dementia is diagnosed [P]. */
const TESTS = raisedBy('cognition', 'Possible cognitive impairment', {
  '4at': 'possible-cognitive-impairment',
  '6cit': lowestOf(SIX_CIT_BANDS, 'mild'),
  amts10: 'below-8',
});

export const cognition: ProblemRule = {
  ...TESTS,
  raise(facts) {
    if (facts.answer('dementia') === 'yes') return null;
    const amts = facts.score('amts10');
    // Missing parts could all be right and it would stay below 8 (clinical rule 1.1).
    const already = amts?.status === 'incomplete' && 'atLeastBand' in amts && amts.atLeastBand === 'below-8';
    return TESTS.raise(facts) ?? (already ? because(facts, '', 'amts10') : null);
  },
};
