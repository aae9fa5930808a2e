import type { ScoreEntry } from '@ehch/clinical';
import { sayScore } from '@ehch/clinical/assessment';
import type { RecordedScore } from '../recorded-view.ts';

/** Scores in the words in which they were signed. */
export function completeScores(scores: readonly RecordedScore[]): readonly ScoreEntry[] {
  return scores.map(
    ({ instrument, title, total, band, version, flags, unit, facts, parts, ...recorded }) => ({
      ...recorded,
      instrument,
      title,
      said: sayScore({ instrument, total, band, version, flags, unit, facts, parts }),
    }),
  );
}
