import type { PartValue, ScoreFact, ScoreFactId, ScorePart } from '@ehch/clinical/assessment';
import { NEWS2_SUBSCORES } from '../codes/news2-subscores.ts';
import { LOCAL, SNOMED } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { measured, points } from './observation.ts';

/** The parts of a score, each with its points or its reading. */
export function partComponents(instrument: string, parts: readonly ScorePart[]): readonly JsonObject[] {
  return parts.map(({ id, label, value }) => ({
    code: { coding: [{ system: LOCAL, code: `${instrument}/${id}` }], text: label },
    ...partValue(value),
  }));
}

/** The facts that limit a number: the list or calculator used, how many items, over how long. */
export function factComponents(facts: readonly ScoreFact[]): readonly JsonObject[] {
  return facts.map(({ id, value }) => ({
    code: { coding: [{ system: LOCAL, code: `score/${id}` }], text: FACT_LABELS[id] },
    ...factValue(id, value),
  }));
}

/** The name of each fact, for a reader who does not know this product. */
const FACT_LABELS: Readonly<Record<ScoreFactId, string>> = {
  tool: 'Calculator or list used',
  counted: 'What was counted',
  baselineOn: 'Day that the level describes',
  days: 'Days between the two',
  deficits: 'Deficits present of those known',
  listed: 'Deficits on the list',
  bandSource: 'Whose cuts the band comes from',
  rulingSource: 'Who ruled on exactly 5 %',
  cut: 'Cut that was used',
  placeCut: 'The place’s own cut',
  diastolicFall: 'Fall of the lower pressure',
  reasons: 'Why it is called so',
  signs: 'Signs that were seen',
};

/**
 * The components of a NEWS2 total. UKCore-Observation-EarlyWarningTotalScore allows points only, under its
 * own codes.
 */
export function news2Components(parts: readonly ScorePart[], scale: 1 | 2): readonly JsonObject[] {
  return parts.flatMap(({ id, value }) => {
    if (value.kind !== 'points') return [];
    // Only the SpO2 scale that was used. Points of both scales would add up to a wrong total
    // (clinical rule 2.6).
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
  if (typeof value === 'string')
    return id === 'baselineOn' ? { valueDateTime: value } : { valueString: value };
  if (id === 'days') return measured(value, 'days', 'd');
  return id === 'diastolicFall' ? measured(value, 'mmHg', 'mm[Hg]') : measured(value, '', '1');
}
