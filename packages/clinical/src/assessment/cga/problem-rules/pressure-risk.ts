import type { ProblemRule } from '../../types.ts';
import { because, reaches } from './because.ts';

/** Waterlow 1985: at risk from 10. PURPOSE-T: red or amber. Public tables of Braden disagree, so it raises nothing [P]. */
export const pressureRisk: ProblemRule = {
  id: 'pressure-risk',
  problem: 'Risk of pressure damage',
  raise: (facts) => {
    const pathway = facts.score('purpose-t')?.band;
    if (pathway === 'red' || pathway === 'amber') return because(`PURPOSE-T: ${pathway}`, 'purpose-t');
    return reaches(facts, 'waterlow', 'Waterlow', 10);
  },
};
