import {
  ageInYears,
  civilDayOf,
  scoreNews2,
  type News2Entry,
  type News2Result,
  type News2Story,
  type ScoreResult,
} from '@ehch/clinical';
import type { RecordedNews2, RecordedNews2Story, SentNews2 } from '../recorded-view.ts';
import { importedNews2, sumOf } from './imported-news2.ts';
import { completeVital } from './vital.ts';
import { withSubscores } from './with-subscores.ts';

export function completeNews2({ scores, usual, observations }: RecordedNews2Story): News2Story {
  return { scores: scores.map(scored), usual, observations: observations.map(completeVital) };
}

/**
 * Where the raw parts make a complete set, the score is computed from them, and a total that says otherwise stands beside
 * it: UK Core's own example has a 6 whose parts give 5.
 */
function scored({ parts, times, born, sent, ...recorded }: RecordedNews2): News2Entry {
  const day = civilDayOf(recorded.on);
  const ageYears = born === null || day === null ? null : ageInYears(born, day);
  const computed = scoreNews2({ ...parts, scale: sent?.scale ?? null, ageYears, times, source: 'imported' });
  if (sent === null) return { ...recorded, score: computed, importedTotal: null, disagrees: false };
  const isComputed = computed.status === 'complete' || computed.status === 'not-applicable';
  const imported = importedNews2(sent);
  // A score never lowers concern: points that are known are not dropped for a lower total.
  const isPassed = (computed.atLeast ?? 0) > (imported.total ?? imported.atLeast ?? 0);
  const score = isComputed
    ? computed
    : sent.total === null || isPassed
      ? withSubscores(computed, sent)
      : imported;
  const both = sent.bothScales ? ['both-spo2-scales'] : [];
  const flags = [...new Set([...score.flags, ...both, ...(sent.flags ?? [])])];
  return {
    ...recorded,
    score: { ...score, flags },
    importedTotal: sent.total,
    disagrees: disagrees(sent, score, computed),
  };
}

/** The total differs from its own sub-scores, from its raw parts, or from what is shown because of them. */
function disagrees(sent: SentNews2, shown: ScoreResult, computed: News2Result): boolean {
  if (sent.total === null) return false;
  const sum = sumOf(sent);
  if (sum !== null && sum !== sent.total) return true;
  if (computed.status === 'complete') return computed.total !== sent.total;
  return shown.atLeast !== undefined;
}
