import {
  comparePartialDates,
  type Content,
  type Frailty,
  type FrailtyIndexEntry,
  type PartialDate,
} from '@ehch/clinical';
import { CFS_LEVELS } from '../../../codes/observation-codes.ts';
import { FRAILTY_FINDINGS } from '../../../codes/frailty.ts';
import { LOCAL, SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import type { RecordedCfs, RecordedFrailty, RecordedFrailtyIndex } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import { fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { conditionsInForce } from './conditions-in-force.ts';
import { careForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { plainNumber } from './quantity.ts';
import { writtenScore } from './written-score.ts';

export function frailty(record: PatientRecord): Content<RecordedFrailty> {
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
      born: record.patient?.value.birthDate ?? null,
      today: record.today,
    },
  };
}

function cfsEntry(record: PatientRecord, held: Observation): readonly RecordedCfs[] {
  const { value } = held;
  const levels = new Set([
    ...levelsIn(value.code),
    ...levelsIn(value.valueCodeableConcept),
    ...[value.valueInteger, plainNumber(value.valueQuantity, /^(\{?score\}?|1)$/i)].filter(
      (level) => level !== null && level !== undefined,
    ),
  ]);
  const [level] = levels;
  // A code for one level and a value of another: no level can be told, and none is chosen. Nor is there a tenth.
  if (level === undefined || levels.size > 1 || !LEVELS.has(level))
    return record.refuse(held, level === undefined ? 'missing' : 'malformed', 'value[x]');
  record.show(held, 'frailty');
  const ours = writtenScore(held);
  const version = ours === null ? versionIn(value.method, value.code) : cfsVersion(ours.version);
  const baselineOn = ours?.facts.find(({ id }) => id === 'baselineOn')?.value;
  // What our own note says is said in the words of the level.
  const note = (value.note ?? []).filter(({ text }) => text !== ours?.said);
  return [
    {
      ...observed(record, held, careForObservation(held), undefined, note),
      level,
      version,
      flags: ours?.flags ?? [],
      ...(typeof baselineOn === 'string' ? { baselineOn } : {}),
    },
  ];
}

const LEVELS = new Set(CFS_LEVELS.values());

/** A level coded as a finding on the problem list. */
function cfsConditions(record: PatientRecord): readonly RecordedCfs[] {
  return conditionsInForce(record, CFS_LEVELS).flatMap(({ held, care, on }) => {
    const { code, recorder } = held.value;
    const [level] = levelsIn(code);
    if (level === undefined) return [];
    record.show(held, 'frailty');
    const said = { level, version: versionIn(code), flags: [] };
    return [{ ...fact(record, held, care, { on, by: [recorder] }), ...said }];
  });
}

function levelsIn(concept: ConceptLike | undefined): readonly number[] {
  return codesIn(concept, SNOMED).flatMap((code) => CFS_LEVELS.get(code) ?? []);
}

/** As our own writer has it: `CFS-2.0`. */
function cfsVersion(version: string): string | null {
  return version === 'not-stated' ? null : version.replace(/^CFS-/, '');
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

function indexEntry(record: PatientRecord, held: Observation): readonly RecordedFrailtyIndex[] {
  const { code, method, note, valueQuantity, valueInteger } = held.value;
  const care = careForObservation(held);
  const notes = joined(note?.map(({ text }) => text) ?? []) ?? '';
  const title = joined([conceptWords(code, new Set()), conceptWords(method, new Set()), notes]) ?? '';
  const value = plainNumber(valueQuantity, /^(\{?score\}?|1|\{index\})$/i) ?? valueInteger ?? null;
  if (value === null) return record.refuse(held, 'missing', 'value[x]');
  record.show(held, 'frailty');
  const name = indexName(code, title);
  const ours = writtenScore(held);
  const extra = [...(ours?.facts ?? []), ...(ours?.flags ?? [])].filter(
    (each) => each !== 'rounded-source' && (typeof each === 'string' || each.id !== 'deficits'),
  );
  // Our own note is left out where the words of the index say all of it.
  const rest = (note ?? []).filter(({ text }) => extra.length > 0 || text !== ours?.said);
  if (value < 0 || value > 1) care.add('implausible');
  const band = INDEX_BANDS.find((each) => each === ours?.band) ?? null;
  const marked = ours === null ? null : { band, roundedSource: ours.flags.includes('rounded-source') };
  return [
    {
      ...observed(record, held, care, undefined, rest),
      name,
      value,
      deficits: deficitsIn(notes),
      marked,
    },
  ];
}

const INDEX_BANDS = ['fit', 'robust', 'mild', 'moderate', 'severe'] as const;

/**
 * Which index it is. eFI and eFI2 have one SNOMED CT code, and the same number is another band in each: only a name or a
 * version tells them apart, and without one there is no band.
 */
function indexName(code: ConceptLike, title: string): FrailtyIndexEntry['name'] {
  const own = codesIn(code, LOCAL);
  if (own.includes('efi2')) return 'eFI2';
  if (own.includes('efi')) return 'eFI';
  if (own.length > 0) return 'frailty index';
  if (SECOND_EFI.test(title)) return 'eFI2';
  return /\befi\b|electronic frailty index/i.test(title) ? 'eFI' : 'frailty index';
}

/** "eFI2", "eFI-2", "eFI v2", "electronic frailty index version 2.0", "eFI (second version)". */
const SECOND_EFI =
  /(\befi|\bindex)\W*(2\b|ii\b)|(\befi\b|\bindex\b)[^.;]*(\bv(ersion)?\W*2|\b(second|2nd) version)/i;

function deficitsIn(text: string): FrailtyIndexEntry['deficits'] {
  const found = /(?<![\d.])(\d{1,3}(?:\.5)?) (?:of|out of) (\d{1,3}) deficits\b/i.exec(text);
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
