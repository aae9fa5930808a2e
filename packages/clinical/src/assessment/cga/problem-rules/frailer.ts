import type { ScoreResult } from '../../../score.ts';
import type { ProblemRule } from '../../types.ts';
import { because } from './raised-by.ts';

/** [P] Only between levels of one version that were judged without a warning. 9 is no step after 8 (clinical rule 4.1). */
export const frailer: ProblemRule = {
  id: 'frailer',
  problem: 'Frailer than last time',
  raise(facts) {
    const [now, last] = [facts.score('cfs'), facts.lastScore('cfs')];
    const [level, before] = [levelOf(now), levelOf(last)];
    if (level === null || before === null || now?.version !== last?.version || level <= before) return null;
    return because(facts, `CFS ${level}, was ${before}`, 'cfs');
  },
};

function levelOf(score: ScoreResult | null): number | null {
  const usable =
    score?.status === 'complete' &&
    score.flags.length === 0 &&
    score.version !== 'not-stated' &&
    score.total !== 9;
  return usable ? score.total : null;
}
