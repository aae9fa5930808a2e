import { lowestOf } from '../../instruments/bands.ts';
import { CORNELL_BANDS } from '../../instruments/cornell/cornell.ts';
import { GDS15_BANDS } from '../../instruments/gds15/gds15.ts';
import { GDS4_BANDS } from '../../instruments/gds4/gds4.ts';
import type { AssessmentFacts } from '../types.ts';

/**
 * From which total a mood scale suggests a fuller look: GDS-15 from 5; GDS-4 from 1, the sensitive one of D’Ath's two cuts
 * [P]; Cornell above 10 (Alexopoulos 1988).
 */
const MOOD_CUTS = {
  gds15: lowestOf(GDS15_BANDS, '5-or-more'),
  gds4: lowestOf(GDS4_BANDS, '1'),
  cornell: lowestOf(CORNELL_BANDS, 'probable'),
};

/**
 * What each mood scale that was used says: `true`, at or above its cut, be it that missing parts could only add; `null`,
 * nobody can know yet. PHQ-2 has the cut that the place chose, 2 or 3 (Kroenke 2003), which its own result knows.
 */
export function moodScales({ score }: AssessmentFacts): readonly (readonly [string, boolean | null])[] {
  const phq2 = score('phq2');
  const positive = phq2 !== null && 'positive' in phq2 ? phq2.positive : null;
  return [
    ...Object.entries(MOOD_CUTS).map(([instrument, from]) => {
      const result = score(instrument);
      const known = result?.status === 'complete' || result?.status === 'incomplete';
      const sum = known ? (result.total ?? result.atLeast ?? 0) : 0;
      return [instrument, sum >= from ? true : (result?.total ?? null) === null ? null : false] as const;
    }),
    ['phq2', typeof positive === 'boolean' ? positive : null],
  ];
}
