import type { ScoreItem } from '@ehch/clinical';
import { NEWS2_PARTS, news2Band, type News2Result } from '@ehch/clinical/instruments';
import type { SentNews2 } from '../recorded-view.ts';

/**
 * A set whose raw parts give no total, with the sender's sub-scores beside them: of each part the higher, because a score
 * never lowers concern. All seven together give a total, since NEWS2 is the sum of its parts (RCP 2017).
 */
export function withSubscores(raw: News2Result, sent: SentNews2): News2Result {
  const entries = NEWS2_PARTS.map((part) => [part, partOf(raw.items[part], pointsOf(sent, part))] as const);
  const scores = entries.map(([, { score }]) => score);
  if (scores.every((score, index) => score === raw.items[entries[index]?.[0] ?? '']?.score)) return raw;
  const sum = scores.reduce<number>((points, score) => points + (score ?? 0), 0);
  const single3 = scores.includes(3);
  const isWhole = raw.status === 'incomplete' && !scores.includes(null);
  const { band, monitoring } = news2Band(sum, single3);
  const { atLeast: _points, ...rest } = raw;
  return {
    ...rest,
    status: isWhole ? 'complete' : raw.status,
    total: isWhole ? sum : null,
    ...(isWhole ? {} : { atLeast: sum }),
    band: isWhole ? band : null,
    items: Object.fromEntries(entries),
    missing: entries
      .filter(([, { score }]) => score === null)
      .map(([part]) => part)
      .sort(),
    flags: [...new Set([...(single3 ? ['single3'] : []), ...raw.flags])],
    single3,
    monitoring: isWhole ? monitoring : null,
    atLeastBand: isWhole || band === 'low' ? null : band,
  };
}

function partOf(raw: ScoreItem | undefined, points: number | null): ScoreItem {
  const item = raw ?? { value: null, score: null };
  return points === null || points <= (item.score ?? -1)
    ? item
    : { value: null, score: points, source: 'imported' };
}

/** The points of a sub-score, when they are points at all. SpO2's are nobody's where both scales were sent. */
function pointsOf({ subscores, bothScales }: SentNews2, part: string): number | null {
  const points = subscores[part];
  return points === undefined || ![0, 1, 2, 3].includes(points) || (bothScales && part === 'spo2')
    ? null
    : points;
}
