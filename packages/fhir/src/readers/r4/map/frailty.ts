import {
  ageInYears,
  bandEfiCount,
  bandEfiScore,
  civilDayOf,
  comparePartialDates,
  enterCfs,
  type Caution,
  type CfsEntry,
  type Content,
  type Frailty,
  type FrailtyIndexEntry,
  type PartialDate,
} from '@ehch/clinical';
import { CFS_LEVELS } from '../../../codes/observation-codes.ts';
import { FRAILTY_FINDINGS } from '../../../codes/frailty.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { conditionsInForce } from './conditions-in-force.ts';
import {
  careForObservation,
  effectiveOf,
  observed,
  observationsOf,
  type Observation,
} from './observation-kind.ts';
import { plainNumber } from './quantity.ts';

export function frailty(record: PatientRecord): Content<Frailty> {
  const cfs = [
    ...observationsOf(record, 'cfs').flatMap((held) => cfsEntry(record, held)),
    ...cfsConditions(record),
  ];
  const indices = observationsOf(record, 'frailty-index').flatMap((held) => indexEntry(record, held));
  const statements = [...frailtyStatements(record)];
  if (cfs.length + indices.length + statements.length === 0) return { kind: 'not-recorded' };
  const newest = (a: { on: PartialDate | null }, b: { on: PartialDate | null }) =>
    comparePartialDates(a.on, b.on);
  return {
    kind: 'recorded',
    value: {
      cfs: cfs.toSorted(newest),
      indices: indices.toSorted(newest),
      statements: statements.toSorted(newest),
    },
  };
}

function cfsEntry(record: PatientRecord, held: Observation): readonly CfsEntry[] {
  const { value } = held;
  const levels = new Set([
    ...levelsIn(value.code),
    ...levelsIn(value.valueCodeableConcept),
    ...[value.valueInteger, plainNumber(value.valueQuantity, /^(\{?score\}?|1)$/i)].filter(
      (level) => level !== null && level !== undefined,
    ),
  ]);
  const [level] = levels;
  // A code for one level and a value of another: no level can be told, and none is chosen.
  if (level === undefined || levels.size > 1)
    return record.refuse(held, level === undefined ? 'missing' : 'malformed', 'value[x]');
  const care = careForObservation(held);
  const on = effectiveOf(held, care);
  return entry(record, held, {
    level,
    on,
    care,
    version: versionIn(value.method, value.code),
    by: value.performer ?? [],
  });
}

/** A level coded as a finding on the problem list. */
function cfsConditions(record: PatientRecord): readonly CfsEntry[] {
  return conditionsInForce(record, CFS_LEVELS).flatMap(({ held, care, on }) => {
    const { code, recorder } = held.value;
    const [level] = levelsIn(code);
    if (level === undefined) return [];
    return entry(record, held, { level, on, care, version: versionIn(code), by: [recorder] });
  });
}

interface Read {
  readonly level: number;
  readonly on: PartialDate | null;
  readonly care: ReadonlySet<Caution>;
  readonly version: string | null;
  readonly by: Parameters<typeof fact>[3]['by'] & {};
}

function entry(
  record: PatientRecord,
  held: Held,
  { level, on, care, version, by }: Read,
): readonly CfsEntry[] {
  const born = record.patient?.value.birthDate ?? null;
  const day = civilDayOf(on) ?? record.today;
  const result = enterCfs({ level, version, ageYears: born === null ? null : ageInYears(born, day) });
  if (result.level === null || result.group === null) return record.refuse(held, 'malformed', 'value[x]');
  record.show(held, 'frailty');
  const { group, warnings } = result;
  return [{ ...fact(record, held, care, { on, by }), level: result.level, group, version, warnings }];
}

function levelsIn(concept: ConceptLike | undefined): readonly number[] {
  return codesIn(concept, SNOMED).flatMap((code) => CFS_LEVELS.get(code) ?? []);
}

/** "version 2.0", "CFS v1.2": said by the record, or not known. */
function versionIn(...concepts: readonly (ConceptLike | undefined)[]): string | null {
  for (const concept of concepts) {
    const texts = [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)];
    for (const text of texts) {
      const found = /\bv(?:ersion)?\s*\.?\s*(\d(?:\.\d)?)\b/i.exec(text ?? '');
      if (found?.[1] !== undefined) return found[1];
    }
  }
  return null;
}

/** An index is banded only as what it says it is: the same number means another thing in eFI than in eFI2. */
function indexEntry(record: PatientRecord, held: Observation): readonly FrailtyIndexEntry[] {
  const { code, method, note, valueQuantity, valueInteger } = held.value;
  const care = careForObservation(held);
  const notes = joined(note?.map(({ text }) => text) ?? []) ?? '';
  const title = joined([conceptWords(code, new Set()), conceptWords(method, new Set()), notes]) ?? '';
  const value = plainNumber(valueQuantity, /^(\{?score\}?|1|\{index\})$/i) ?? valueInteger ?? null;
  if (value === null) return record.refuse(held, 'missing', 'value[x]');
  record.show(held, 'frailty');
  const name = /\befi\s?-?2\b|index 2\b/i.test(title)
    ? 'eFI2'
    : /\befi\b|electronic frailty index/i.test(title)
      ? 'eFI'
      : 'frailty index';
  if (value < 0 || value > 1) care.add('implausible');
  const deficits = deficitsIn(notes);
  const recorded = observed(record, held, care);
  if (name !== 'eFI') return [{ ...recorded, name, value, deficits, band: null, roundedSource: false }];
  const counted = deficits?.considered === 36 ? bandEfiCount(deficits.present) : null;
  const scored = bandEfiScore({ score: value, decimals: null });
  // A count that does not fit the printed score is no better than the score alone.
  const fits = typeof counted?.score === 'number' && Math.abs(counted.score - value) < 0.01;
  const band = fits ? counted.band : scored.band;
  return [
    {
      ...recorded,
      name,
      value,
      deficits: fits || deficits?.considered !== 36 ? deficits : null,
      band,
      roundedSource: !fits && scored.ambiguous,
    },
  ];
}

function deficitsIn(text: string): FrailtyIndexEntry['deficits'] {
  const found = /\b(\d{1,2}) (?:of|out of) (\d{1,2}) deficits\b/i.exec(text);
  return found === null ? null : { present: Number(found[1]), considered: Number(found[2]) };
}

/** "Severe frailty" without a score, as a problem or as an observation. */
function* frailtyStatements(record: PatientRecord): Iterable<Frailty['statements'][number]> {
  for (const { held, care, on } of conditionsInForce(record, FRAILTY_FINDINGS)) {
    const { code, recorder } = held.value;
    record.show(held, 'frailty');
    yield { ...fact(record, held, care, { on, by: [recorder] }), text: conceptWords(code, care) ?? '' };
  }
  for (const held of observationsOf(record, 'frailty')) {
    const care = careForObservation(held);
    record.show(held, 'frailty');
    const text =
      joined(
        [conceptWords(held.value.code, care), conceptWords(held.value.valueCodeableConcept, care)],
        ': ',
      ) ?? '';
    yield { ...observed(record, held, care), text };
  }
}
