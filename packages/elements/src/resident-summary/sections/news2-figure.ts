import { withLimits } from '@ehch/clinical/display';
import type { News2Entry } from '@ehch/clinical';
import { toldNews2 } from '@ehch/clinical/rules';
import type { CivilDate } from '@ehch/clinical/time';
import { happened } from '../../internal/future-dated.ts';
import { count } from '../../internal/text.ts';
import type { TrendPoint } from '../../internal/trend-chart.ts';

/** The number to read first. A total is never shown where there is none. */
export function news2Figure({ score, importedTotal, onScale = null }: News2Entry): string {
  // Which scale counts is not settled: neither number stands alone.
  if (onScale !== null) return `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
  if (score.status === 'not-applicable') return 'not meant for this person';
  if (score.total !== null)
    return hasParts(score) ? `${score.total}` : `${score.total} as recorded, without its parts`;
  // A total that came without any part says more than "at least 0".
  if (!hasParts(score) && importedTotal !== null) return `${importedTotal} as recorded, without its parts`;
  if (score.status === 'invalid') return 'cannot be scored: a part is impossible';
  return score.atLeast === undefined ? 'no total' : `at least ${score.atLeast}`;
}

/** The line of all that happened. A later score that does not lead stands in words: a line to it would be a recovery that nobody had. */
export function news2Points(scores: readonly News2Entry[], today: CivilDate): TrendPoint[] {
  const all = happened(scores);
  const { later } = toldNews2(all, today);
  return all.filter((one) => one !== later).flatMap(news2Point);
}

/** The score's place on the line. A total that came without parts is never joined with one that was computed here. */
function news2Point(entry: News2Entry): TrendPoint[] {
  const { on, score, importedTotal } = entry;
  const text = news2Figure(entry);
  const total = score.total ?? (hasParts(score) ? null : importedTotal);
  if (total !== null) {
    const series = hasParts(score) ? 'computed' : 'imported';
    return [{ on, value: total, text, whole: withLimits(text, entry), series }];
  }
  if (score.status !== 'incomplete' || score.atLeast === undefined || !hasParts(score)) return [];
  const missing = count(score.missing.length, 'part');
  const limit = `${text}, ${missing} missing`;
  return [{ on, value: score.atLeast, text: limit, whole: withLimits(limit, entry), lowerLimit: true }];
}

function hasParts({ items }: News2Entry['score']): boolean {
  return Object.values(items).some(({ score }) => score !== null);
}
