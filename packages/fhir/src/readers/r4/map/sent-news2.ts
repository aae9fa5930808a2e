import { NEWS2_PARTS, news2Band, type News2Band, type ScoreItem, type ScoreResult } from '@ehch/clinical';
import { NEWS2_SUBSCORES } from '../../../codes/news2-subscores.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import type { Observation } from './observation-kind.ts';
import { plainNumber } from './quantity.ts';
import type { Valued } from './vital-parts.ts';

/** `{ScoreOf}`, `{score}`, "score", `1` or nothing at all: the published variants. */
export const SCORE_UNIT = /^(\{?\s*score\s?(of)?\s*\}?|1)$/i;

/** What the sender of a NEWS2 total says: the total and the sub-scores, never the raw parts. */
export interface SentNews2 {
  readonly total: number | null;
  readonly subscores: ReadonlyMap<string, number>;
  /** The SpO2 scale that was used; `null` when not told, or when both scales are there. */
  readonly scale: 1 | 2 | null;
  /** Sub-scores of both SpO2 scales, of which only one can have been used. */
  readonly bothScales: boolean;
}

export function sentNews2({ value }: Observation): SentNews2 {
  const total = value.valueInteger ?? plainNumber(value.valueQuantity, SCORE_UNIT);
  const rows = (value.component ?? []).flatMap((component) => subscoreOf(component));
  const scales = new Set(rows.flatMap(({ scale }) => scale ?? []));
  return {
    total,
    subscores: new Map(rows.map(({ part, score }) => [part, score])),
    scale: scales.size === 1 ? ([...scales][0] ?? null) : null,
    bothScales: scales.size > 1,
  };
}

function subscoreOf(component: Valued) {
  const score = component.valueInteger ?? plainNumber(component.valueQuantity, SCORE_UNIT);
  return codesIn(component.code, SNOMED).flatMap((code) => {
    const known = NEWS2_SUBSCORES.get(code);
    return known === undefined || score === null ? [] : [{ ...known, score }];
  });
}

/**
 * The sender's total as a result, where its parts are not there to compute it from. The band needs more than the total: a
 * 3 in one part lifts a total of 3 or 4, so without the sub-scores such a total has no band. Sub-scores that give more
 * than the total they came with count, because a score never lowers concern.
 */
export function importedNews2(sent: SentNews2): ScoreResult<News2Band> {
  const { total: claimed, subscores, bothScales } = sent;
  const isPossible = claimed !== null && Number.isInteger(claimed) && claimed >= 0 && claimed <= 20;
  const complete = NEWS2_PARTS.every((part) => subscores.has(part)) && !bothScales;
  const known = knownPoints(sent);
  const isPassed = known > (isPossible ? claimed : 0);
  const total = isPossible && !isPassed ? claimed : null;
  const single3 = [...subscores.values()].includes(3);
  const bandIsKnown = total !== null && (complete || single3 || total < 3 || total > 4);
  const items = Object.fromEntries(
    [...subscores].map(([part, score]): [string, ScoreItem] => [
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
    missing: total !== null ? [] : NEWS2_PARTS.filter((part) => !subscores.has(part)),
    flags: [...(single3 ? ['single3'] : []), 'imported-total', ...(bothScales ? ['both-spo2-scales'] : [])],
  };
}

/** The points of the sub-scores that can be, without SpO2 where nobody knows which scale was used. */
function knownPoints({ subscores, bothScales }: SentNews2): number {
  const rows = [...subscores].filter(([part]) => !(bothScales && part === 'spo2'));
  return rows.reduce((sum, [, score]) => sum + (score === 1 || score === 2 || score === 3 ? score : 0), 0);
}

/** The sum of a full set of sub-scores, with one SpO2 scale; else `null`. */
export function sumOf({ subscores, bothScales }: SentNews2): number | null {
  if (bothScales || !NEWS2_PARTS.every((part) => subscores.has(part))) return null;
  return [...subscores.values()].reduce((sum, score) => sum + score, 0);
}
