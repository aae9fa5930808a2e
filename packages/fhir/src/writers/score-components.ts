import { SCORE_FACTS, type PartValue, type ScoreFact, type ScorePart } from '@ehch/clinical';
import { NEWS2_SUBSCORES } from '../codes/news2-subscores.ts';
import { LOCAL, SNOMED } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { measured, points } from './observation.ts';

/** The parts of a score, with the points that each gave or what was read. */
export function partComponents(instrument: string, parts: readonly ScorePart[]): readonly JsonObject[] {
  return parts.map(({ id, label, value }) => ({
    code: { coding: [{ system: LOCAL, code: `${instrument}/${id}` }], text: label },
    ...partValue(value),
  }));
}

/** What stands beside the number and limits it: the list it was worked out with, of how many, over how long. */
export function factComponents(facts: readonly ScoreFact[]): readonly JsonObject[] {
  return facts.map(({ id, value }) => ({
    code: { coding: [{ system: LOCAL, code: `score/${id}` }], text: SCORE_FACTS[id].label },
    ...factValue(id, value),
  }));
}

/** UKCore-Observation-EarlyWarningTotalScore takes points alone, under codes of its own. */
export function news2Components(parts: readonly ScorePart[], scale: 1 | 2): readonly JsonObject[] {
  return parts.flatMap(({ id, value }) => {
    if (value.kind !== 'points') return [];
    // One SpO2 scale only, the one that was used: both together add up to a wrong total (clinical rule 2.6).
    const found = [...NEWS2_SUBSCORES].find(
      ([, known]) => known.part === id && (known.scale === undefined || known.scale === scale),
    );
    if (found === undefined) return [];
    return [{ code: { coding: [{ system: SNOMED, code: found[0] }] }, ...points(value.points) }];
  });
}

function partValue(value: PartValue): JsonObject {
  switch (value.kind) {
    case 'points':
      return points(value.points);
    case 'reading':
      return measured(value.value, value.unit, value.code);
    case 'yes-no':
      return { valueBoolean: value.value };
    case 'words':
      return { valueString: value.text };
  }
}

function factValue(id: ScoreFact['id'], value: ScoreFact['value']): JsonObject {
  const { kind, unit = '1' } = SCORE_FACTS[id];
  if (typeof value === 'number')
    return measured(value, unit === 'd' ? 'days' : unit === '1' ? '' : 'mmHg', unit);
  return kind === 'date' ? { valueDateTime: value } : { valueString: value };
}
