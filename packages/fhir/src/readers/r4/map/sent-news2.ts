import { NEWS2_SUBSCORES } from '../../../codes/news2-subscores.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import type { SentNews2 } from '../../../recorded-view.ts';
import { marksIn } from '../../../score-marks.ts';
import type { Observation } from './observation-kind.ts';
import { plainNumber } from './quantity.ts';
import type { Valued } from './vital-parts.ts';

/** `{ScoreOf}`, `{score}`, "score", `1` or nothing at all: the published variants. */
export const SCORE_UNIT = /^(\{?\s*score\s?(of)?\s*\}?|1)$/i;

export function sentNews2({ value, raw }: Observation): SentNews2 {
  const marks = marksIn(raw);
  const total = value.valueInteger ?? plainNumber(value.valueQuantity, SCORE_UNIT);
  const rows = (value.component ?? []).flatMap((component) => subscoreOf(component));
  const scales = new Set(rows.flatMap(({ scale }) => scale ?? []));
  return {
    total,
    subscores: Object.fromEntries(rows.map(({ part, score }) => [part, score])),
    scale: scales.size === 1 ? ([...scales][0] ?? null) : null,
    bothScales: scales.size > 1,
    ...(marks === null ? {} : { flags: marks.flags }),
  };
}

function subscoreOf(component: Valued) {
  const score = component.valueInteger ?? plainNumber(component.valueQuantity, SCORE_UNIT);
  return codesIn(component.code, SNOMED).flatMap((code) => {
    const known = NEWS2_SUBSCORES.get(code);
    return known === undefined || score === null ? [] : [{ ...known, score }];
  });
}
