import type { ProblemRule } from '../../types.ts';
import { raisedBy } from './raised-by.ts';

/** 4AT 1 to 3 (Bellelli 2014); 6CIT from 8; AMTS below 8 (Hodkinson 1972). Not where dementia is diagnosed [P]. */
const TESTS = /* @__PURE__ */ raisedBy('cognition', 'Possible cognitive impairment', {
  '4at': 'possible-cognitive-impairment',
  '6cit': 8,
  amts10: 'below-8',
});

export const cognition: ProblemRule = {
  ...TESTS,
  raise: (facts) => (facts.answer('dementia') === 'yes' ? null : TESTS.raise(facts)),
};
