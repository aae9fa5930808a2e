import { NEWS2_SUBSCORES } from '../../../codes/news2-subscores.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import type { SentNews2 } from '../../../recorded-view.ts';
import { marksIn } from '../../../score-marks.ts';
import { whyAbsent } from './absent-reason.ts';
import type { Observation } from './observation-kind.ts';
import { plainNumber, quantityInText, SCORE_UNIT } from './quantity.ts';
import type { Valued } from './value-words.ts';

/** What a NEWS2 total says, with the sub-scores in it and in the records that it names. */
export function sentNews2({ value, raw }: Observation, linked: readonly Observation[]): SentNews2 {
  const marks = marksIn(raw);
  const valued: readonly Valued[] = [...(value.component ?? []), ...linked.map((one) => one.value)];
  const rows = valued.flatMap((one) => subscoreOf(one));
  const scales = new Set(rows.flatMap(({ scale }) => scale ?? []));
  return {
    total: pointsIn(value),
    subscores: Object.fromEntries(rows.map(({ part, score }) => [part, score])),
    scale: scales.size === 1 ? ([...scales][0] ?? null) : null,
    bothScales: scales.size > 1,
    ...(marks === null ? {} : { flags: marks.flags }),
  };
}

/** Points, as an integer, a quantity in points or a text; `null` where a reason says that there are none. */
export function pointsIn(valued: Valued): number | null {
  if (whyAbsent(valued) !== null) return null;
  const quantity = plainNumber(valued.valueQuantity ?? quantityInText(valued.valueString), SCORE_UNIT);
  const { valueInteger = quantity } = valued;
  // A whole number and a quantity that differ: neither is the total.
  return quantity !== null && quantity !== valueInteger ? null : valueInteger;
}

export function isSubscore({ code }: Valued): boolean {
  return codesIn(code, SNOMED).some((id) => NEWS2_SUBSCORES.has(id));
}

function subscoreOf(valued: Valued) {
  const score = pointsIn(valued);
  return codesIn(valued.code, SNOMED).flatMap((code) => {
    const known = NEWS2_SUBSCORES.get(code);
    return known === undefined || score === null ? [] : [{ ...known, score }];
  });
}
