import {
  isScoreFactId,
  type PartValue,
  type SayableScore,
  type ScoreFact,
  type ScorePart,
} from '@ehch/clinical/assessment';
import { LOCAL } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import { marksIn, type ScoreMarks } from '../../../score-marks.ts';
import type { Observation } from './observation-kind.ts';
import { SCORE_UNIT } from './quantity.ts';

/**
 * A score as it was written. Its `note` is the one that this product wrote beside it, which repeats the score
 * in words.
 */
interface WrittenScore extends SayableScore, Pick<ScoreMarks, 'instrument' | 'note'> {
  /**
   * Whether the value is still the one that was signed. Another program may correct the value, and leave the
   * rest as it was.
   */
  readonly isAsSigned: boolean;
}

type Component = NonNullable<Observation['value']['component']>[number];

/**
 * A score that this product wrote, as it was signed. `null`: this product did not write it, or its value
 * cannot be read. A changed value does not keep the band that was signed.
 */
export function writtenScore(held: Observation): WrittenScore | null {
  const marks = marksIn(held.raw);
  if (marks === null) return null;
  const components = held.value.component ?? [];
  const signed = components.flatMap(factIn);
  const facts = signed.map((fact) => asValued(fact, held.value.valueString));
  const parts = components.flatMap((component) => partIn(component, marks.instrument));
  const value = resultIn(held, marks.instrument, facts);
  if (value === null) return null;
  const isAsSigned =
    (marks.total === null || marks.total === value.total) &&
    (value.band ?? marks.band) === marks.band &&
    signed.every(({ value: said }, at) => said === facts[at]?.value);
  const band = isAsSigned ? marks.band : (value.band ?? null);
  return { ...marks, facts, parts, ...value, band, isAsSigned };
}

/** The value of a score, with its unit. `null`: it cannot be read, so the record is refused. */
function resultIn(
  { value }: Observation,
  instrument: string,
  facts: readonly ScoreFact[],
): (Pick<SayableScore, 'total' | 'unit'> & { readonly band?: string }) | null {
  const { valueQuantity, valueInteger, valueCodeableConcept, valueString } = value;
  if (valueInteger !== undefined) return { total: valueInteger, unit: null };
  if (valueQuantity !== undefined) {
    const { value: total, comparator, code, unit = '' } = valueQuantity;
    if (total === undefined || comparator !== undefined) return null;
    const isBare = SCORE_UNIT.test(code ?? '') && SCORE_UNIT.test(unit);
    return { total, unit: isBare || unit === '' ? null : unit };
  }
  if (valueCodeableConcept !== undefined) {
    // A type is a name with a number, such as `bristol/7`. A band alone has no number.
    const [, type] =
      codesIn(valueCodeableConcept, LOCAL)
        .map((code) => code.split('/'))
        .find(([of]) => of === instrument) ?? [];
    if (type === undefined) return null;
    return /^\d+$/.test(type) ? { total: Number(type), unit: null } : { total: null, unit: null, band: type };
  }
  const signs = facts.some(({ id }) => id === 'signs');
  return signs && valueString !== undefined ? { total: null, unit: null } : null;
}

/** The signs that were seen are the value itself. Where the two differ, the value counts. */
function asValued(fact: ScoreFact, valueString: string | undefined): ScoreFact {
  return fact.id === 'signs' && valueString !== undefined ? { ...fact, value: valueString } : fact;
}

/**
 * What a component of this product is about: `score/tool` is a fact beside the number, `4at/months` a part of
 * the score.
 */
function ownCode(component: Component, of: string): string | null {
  const found = codesIn(component.code, LOCAL).find((code) => code.startsWith(`${of}/`));
  return found === undefined ? null : found.slice(of.length + 1);
}

function factIn(component: Component): readonly ScoreFact[] {
  const id = ownCode(component, 'score');
  if (id === null || !isScoreFactId(id)) return [];
  const value = component.valueString ?? component.valueDateTime ?? component.valueQuantity?.value;
  return value === undefined ? [] : [{ id, value }];
}

function partIn(component: Component, instrument: string): readonly ScorePart[] {
  const id = ownCode(component, instrument);
  if (id === null) return [];
  const value = partValue(component);
  return value === null ? [] : [{ id, label: conceptWords(component.code, new Set()) ?? id, value }];
}

function partValue({ valueQuantity, valueBoolean, valueString }: Component): PartValue | null {
  if (valueBoolean !== undefined) return { kind: 'yes-no', value: valueBoolean };
  if (valueString !== undefined) return { kind: 'words', text: valueString };
  if (valueQuantity?.value === undefined || valueQuantity.comparator !== undefined) return null;
  const { value, unit = '', code = '' } = valueQuantity;
  return code === '{ScoreOf}' ? { kind: 'points', points: value } : { kind: 'reading', value, unit, code };
}
