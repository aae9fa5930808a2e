import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3 and domain 20: what counts is that it was offered. */
export const acpNotOffered: ProblemRule = {
  id: 'acp-not-offered',
  problem: 'Advance care planning not offered',
  raise: (facts) => (is(facts, 'acp', 'no') ? because('Not offered yet', 'acp') : null),
};
