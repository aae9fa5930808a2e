import type { ScoreItem, ScoreResult } from '@ehch/clinical';
import { NEWS2_PARTS, news2Band, type News2Band, type Spo2Scale } from '@ehch/clinical/instruments';
import type { SentNews2 } from '../recorded-view.ts';

/**
 * The sender's total as a result, for a set without all raw parts.
 * The band needs more than the total. A 3 in one part raises a total of 3 or 4 to a higher band. Without the
 * sub-scores such a total has no band.
 * If the sub-scores add up to more than the total, they count, because a score never lowers concern.
 * If the record asks for SpO2 scale 2 and the sender states no scale, the sender's total stands without a
 * band.
 */
export function importedNews2(sent: SentNews2, recordedScale: Spo2Scale | null): ScoreResult<News2Band> {
  const { total: claimed, subscores, bothScales } = sent;
  // NEWS2 totals run from 0 to 20 (RCP 2017).
  const isPossible = claimed !== null && Number.isInteger(claimed) && claimed >= 0 && claimed <= 20;
  const complete = isWhole(sent);
  const known = knownPoints(sent);
  const isPassed = known > (isPossible ? claimed : 0);
  const total = isPossible && !isPassed ? claimed : null;
  const single3 = Object.values(subscores).includes(3);
  const isScaleOpen = sent.scale === null && recordedScale === 2;
  const isWholeBand = complete || single3 || total === null || total < 3 || total > 4;
  const bandIsKnown = total !== null && isWholeBand && !isScaleOpen;
  const items = Object.fromEntries(
    Object.entries(subscores).map(([part, score]): [string, ScoreItem] => [
      part,
      { value: null, score, source: 'imported' },
    ]),
  );
  return {
    instrument: 'news2',
    version: 'RCP-2017',
    status: total !== null ? 'complete' : isPassed || claimed === null ? 'incomplete' : 'invalid',
    total,
    ...(isPassed && total === null ? { atLeast: known } : {}),
    range: [0, 20],
    direction: 'higher-worse',
    band: bandIsKnown ? news2Band(total, single3).band : null,
    items,
    missing: total !== null ? [] : NEWS2_PARTS.filter((part) => !(part in subscores)),
    flags: [
      ...(single3 ? ['single3'] : []),
      'imported-total',
      ...(bothScales ? ['both-spo2-scales'] : []),
      ...(isScaleOpen ? ['spo2-needs-scale'] : []),
    ],
  };
}

/**
 * The points of all valid sub-scores. SpO2 is left out where the sender gave both scales, because nobody
 * knows which scale was used.
 */
function knownPoints({ subscores, bothScales }: SentNews2): number {
  const rows = Object.entries(subscores).filter(([part]) => !(bothScales && part === 'spo2'));
  return rows.reduce((sum, [, score]) => sum + (score === 1 || score === 2 || score === 3 ? score : 0), 0);
}

/** The sum of a full set of sub-scores on one SpO2 scale. `null`: the set is not full. */
export function sumOf(sent: SentNews2): number | null {
  return isWhole(sent) ? Object.values(sent.subscores).reduce((sum, score) => sum + score, 0) : null;
}

/** Whether there is one sub-score for each part, on one SpO2 scale. */
function isWhole({ subscores, bothScales }: SentNews2): boolean {
  return !bothScales && NEWS2_PARTS.every((part) => part in subscores);
}
