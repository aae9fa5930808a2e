import type { ScoreItem } from '@ehch/clinical';
import { NEWS2_PARTS, news2Band, type News2Result } from '@ehch/clinical/instruments';
import type { SentNews2 } from '../recorded-view.ts';

/**
 * A set without a computed total, completed with the sender's sub-scores. Of each part the higher points
 * count, because a score never lowers concern. All seven parts together give a total, because NEWS2 is the
 * sum of its parts (RCP 2017).
 */
export function withSubscores(raw: News2Result, sent: SentNews2): News2Result {
  const entries = NEWS2_PARTS.map((part) => [part, partOf(raw.items[part], pointsOf(sent, part))] as const);
  const scores = entries.map(([, { score }]) => score);
  // Sub-scores that change nothing leave the computed result as it is.
  if (scores.every((score, index) => score === raw.items[entries[index]?.[0] ?? '']?.score)) return raw;
  const sum = scores.reduce<number>((points, score) => points + (score ?? 0), 0);
  const single3 = scores.includes(3);
  const isWhole = raw.status === 'incomplete' && !scores.includes(null);
  const { band, monitoring } = news2Band(sum, single3);
  // The old lower bound goes: the sub-scores give a new one, or a total.
  const { atLeast: _points, ...rest } = raw;
  return {
    ...rest,
    status: isWhole ? 'complete' : raw.status,
    total: isWhole ? sum : null,
    ...(isWhole ? {} : { atLeast: sum }),
    band: isWhole ? band : null,
    items: Object.fromEntries(entries),
    missing: entries.filter(([, { score }]) => score === null).map(([part]) => part),
    flags: [...new Set([...(single3 ? ['single3'] : []), ...raw.flags])],
    single3,
    monitoring: isWhole ? monitoring : null,
    atLeastBand: isWhole || band === 'low' ? null : band,
  };
}

// Higher points cannot come from the raw value, so it is left out beside them.
function partOf(raw: ScoreItem | undefined, points: number | null): ScoreItem {
  const item = raw ?? { value: null, score: null };
  return points === null || points <= (item.score ?? -1)
    ? item
    : { value: null, score: points, source: 'imported' };
}

/** The points of a sub-score, where they are 0 to 3. SpO2 has none where both scales were sent. */
function pointsOf({ subscores, bothScales }: SentNews2, part: string): number | null {
  const points = subscores[part];
  return points === undefined || ![0, 1, 2, 3].includes(points) || (bothScales && part === 'spo2')
    ? null
    : points;
}
