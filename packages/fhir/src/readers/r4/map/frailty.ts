import type { Content, FrailtyIndexEntry } from '@ehch/clinical';
import { CFS_LEVELS } from '../../../codes/observation-codes.ts';
import { LOCAL, SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import type { RecordedCfs, RecordedFrailty, RecordedFrailtyIndex } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import { byNewest, fact } from '../fact.ts';
import type { Annotation } from '../datatypes.ts';
import type { PatientRecord } from '../record.ts';
import { conditionsInForce } from './conditions-in-force.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { answerTo, whyNoNumber, whyNotKnown } from './absent-reason.ts';
import { byStanding } from './leading.ts';
import { notMeasured, notRead, sinceLatest } from './not-measured.ts';
import {
  absentIn,
  denied,
  frailtyStatements,
  shown,
  withDetails,
  type StatementsRead,
} from './frailty-statements.ts';
import { titleBeside } from './title-beside.ts';
import { withRivals } from './of-one-time.ts';
import { plainNumber, quantityInText } from './quantity.ts';
import { CFS_POINTS, DOUBTFUL, pointsOfAnswer, saysOnlyPoints } from './points.ts';
import { valueWords } from './value-words.ts';
import { writtenScore } from './written-score.ts';

/**
 * The CFS levels, frailty indices and statements of the resident. Nothing here is calculated from the rest of
 * the record.
 */
export function frailty(record: PatientRecord): Content<RecordedFrailty> {
  const levels = [
    ...observationsOf(record, 'cfs').map((held) => cfsEntry(record, held)),
    ...cfsConditions(record),
  ];
  const indexed = observationsOf(record, 'frailty-index').map((held) => indexEntry(record, held));
  const { statements, absent: unsaid } = frailtyStatements(record);
  const cfs = withRivals(shown(levels).toSorted(byStanding), ({ level }) => `level ${level}`);
  const sorted = shown(indexed).toSorted(byStanding);
  // An eFI and an eFI2 are two numbers of two scales.
  const ofName = [...Map.groupBy(sorted, ({ name }) => name).values()];
  const indices = ofName.flatMap((all) => withRivals(all, ({ value }) => String(value))).toSorted(byStanding);
  const notMeasured = [
    ...sinceLatest(record, 'frailty', absentIn(levels), cfs[0]),
    ...sinceLatest(record, 'frailty', absentIn(indexed), indices[0]),
    ...sinceLatest(record, 'frailty', unsaid, statements[0]),
  ].toSorted(byNewest);
  if ([cfs, indices, statements, notMeasured].every((list) => list.length === 0))
    return { kind: 'not-recorded' };
  const born = record.patient?.value.birthDate ?? null;
  return {
    kind: 'recorded',
    value: { cfs, indices, statements, notMeasured, born, today: record.today },
  };
}

function cfsEntry(record: PatientRecord, held: Observation): StatementsRead<RecordedCfs> {
  const { value } = held;
  const coded = levelsIn(value.code);
  // A code for one level is itself a finding, which the value may deny.
  const why = coded.length > 0 ? whyNotKnown(value) : (whyNotKnown(value) ?? whyNoNumber(value));
  if (why !== null) return { held, told: notMeasured(record, held, CFS, why) };
  if (coded.length > 0 && answerTo(value) === 'denied') return denied(record, held, CFS);
  const points = pointsOfAnswer(value, CFS_POINTS);
  const levels = levelsSaid(value.code, value.valueCodeableConcept, points);
  const [level] = levels.keys();
  if (levels.size > 1) {
    const isAllSaid = points !== null || value.valueCodeableConcept !== undefined;
    const wording = { value: isAllSaid || valueWords(value, new Set()) === null };
    const { cautions, ...row } = notMeasured(record, held, CFS, inTwoWays(levels), value, wording);
    return { held, told: { ...row, cautions: [...cautions, 'contradicts-itself'] } };
  }
  // The Clinical Frailty Scale has levels 1 to 9.
  if (level === undefined || !LEVELS.has(level)) {
    const absent = notRead(record, held, CFS, 'one level');
    return absent === null ? { facts: record.refuse(held, 'missing', 'value[x]') } : { held, told: absent };
  }
  record.show(held, 'frailty');
  const signed = writtenScore(held);
  const version = signed === null ? versionIn(value.method, value.code) : cfsVersion(signed.version);
  const baselineOn = signed?.facts.find(({ id }) => id === 'baselineOn')?.value;
  // The note that this product wrote is already in the words of the level.
  const note = (value.note ?? []).filter(({ text }) => signed === null || text !== signed.note);
  // Words beside a coded level may limit it.
  const told = {
    value: isLevelAlone(value) || valueWords(value, new Set()) === null,
    note,
    method: namesOnlyTheScale(conceptWords(value.method, new Set()), version),
  };
  const entry: RecordedCfs = {
    ...observed(record, held, cautionsForObservation(held), told),
    level,
    version,
    flags: signed?.flags ?? [],
    ...(typeof baselineOn === 'string' ? { baselineOn } : {}),
  };
  return { facts: [entry] };
}

const CFS = 'Clinical Frailty Scale';
const LEVELS = new Set(CFS_LEVELS.values());

/** A CFS level as the title of a problem: "CFS 6", "Clinical Frailty Scale level 6". */
const CFS_TITLE =
  /^(?:rockwood )?(?:clinical frailty (?:scale|score)|cfs)(?: (?:level|score|grade))?[\s:=]+[1-9](?![\d.])/i;

/** CFS levels that are coded as findings on the problem list. */
function cfsConditions(record: PatientRecord): readonly StatementsRead<RecordedCfs>[] {
  return conditionsInForce(record, CFS_LEVELS, CFS_TITLE).map((found): StatementsRead<RecordedCfs> => {
    const { held, cautions, on } = found;
    const { code, recorder } = held.value;
    const levels = levelsSaid(code, undefined, null);
    const [level] = levels.keys();
    if (levels.size > 1) cautions.add('contradicts-itself');
    const title = titleBeside(code, cautions);
    const details = [...(title === null || levels.size > 1 ? [] : [title]), ...found.details];
    const recorded = withDetails(fact(record, held, cautions, { on, by: [recorder] }), details);
    if (level === undefined || levels.size > 1)
      return { held, told: { ...recorded, name: CFS, why: inTwoWays(levels) } };
    record.show(held, 'frailty');
    return { facts: [{ ...recorded, level, version: versionIn(code), flags: [] }] };
  });
}

/**
 * Each level that a record names, with the words that name it. Codes, points and titles may each name one.
 */
function levelsSaid(
  code: ConceptLike | undefined,
  said: ConceptLike | undefined,
  points: number | null,
): ReadonlyMap<number, string> {
  const named = [...levelsInWords(code), ...levelsInWords(said)].toReversed();
  const numbered = (levels: readonly number[]) =>
    levels.map((level): [number, string] => [level, `level ${level}`]);
  const coded = numbered([...levelsIn(code), ...levelsIn(said)]);
  return new Map([...numbered(points === null ? [] : [points]), ...named, ...coded]);
}

/**
 * A record may name two levels, one in its code and another in its words. No level is chosen; both are shown.
 */
function inTwoWays(levels: ReadonlyMap<number, string>): string {
  if (levels.size === 0) return 'cannot be read as one level';
  const inOrder = [...levels].toSorted(([a], [b]) => a - b);
  return `recorded as ${inOrder.map(([, words]) => words).join(' and as ')}`;
}

function levelsIn(concept: ConceptLike | undefined): readonly number[] {
  return codesIn(concept, SNOMED).flatMap((code) => CFS_LEVELS.get(code) ?? []);
}

/**
 * Whether the value states only its level, which the entry shows anyway. A code may have words that limit it.
 */
function isLevelAlone(value: Observation['value']): boolean {
  const { text, coding = [] } = value.valueCodeableConcept ?? {};
  const isNamed =
    text === undefined || coding.some(({ display }) => display === text) || LEVEL_ALONE.test(text);
  return saysOnlyPoints(value) || (levelsIn(value.valueCodeableConcept).length > 0 && isNamed);
}

const LEVEL_ALONE = /^\s*(?:(?:rockwood|clinical frailty scale|cfs|level|score)[\s:]*)*\d\s*$/i;

/**
 * Levels that words beside a code name: "CFS 5", "level 7 - severely frail". "CFS 2.0" is a version, and
 * "level 1 to 9" a range.
 */
function levelsInWords(concept: ConceptLike | undefined): readonly (readonly [number, string])[] {
  return namesOf(concept).flatMap((text) =>
    DOUBTFUL.test(text)
      ? []
      : [...text.matchAll(LEVEL)].map(([, level]) => [Number(level), `“${text}”`] as const),
  );
}

const LEVEL =
  /\b(?:(?:CFS|clinical frailty (?:scale|score)|rockwood)(?: level| score| grade)?|level)\s*[:=]?\s*([1-9])(?![.\d]|\s*(?:[-–]|to|of|or)\s*\d)/gi;

/** The version as this product writes it: `CFS-2.0`. */
function cfsVersion(version: string): string | null {
  return version === 'not-stated' ? null : version.replace(/^CFS-/, '');
}

/** The version that the record states: "version 2.0", "CFS v1.2". `null`: not stated. */
function versionIn(...concepts: readonly (ConceptLike | undefined)[]): string | null {
  const found = namesOf(...concepts).map((text) => /\bv(?:ersion)?\s*\.?\s*(\d(?:\.\d)?)\b/i.exec(text)?.[1]);
  return found.find((version) => version !== undefined) ?? null;
}

/**
 * Whether the method only names the scale and its version: "Clinical Frailty Scale, version 2.0". The entry
 * already shows both.
 */
function namesOnlyTheScale(method: string | null, version: string | null): boolean {
  const rest = (method ?? '').replace(/rockwood|clinical frailty (scale|score)|\bcfs\b/gi, '');
  const unversioned =
    version === null ? rest : rest.replace(/\bv(ersion)?\s*\.?\s*(?=\d)/i, '').replace(version, '');
  return !/[\p{L}\p{N}]/u.test(unversioned);
}

function indexEntry(record: PatientRecord, held: Observation): StatementsRead<RecordedFrailtyIndex> {
  const { value } = held;
  const why = whyNoNumber(value);
  const codings = [...(value.code.coding ?? []), ...(value.method?.coding ?? [])];
  const title = joined([value.code.text, value.method?.text, ...codings.map(({ display }) => display)]) ?? '';
  const name = indexName(value.code, title);
  if (why !== null) return { held, told: notMeasured(record, held, name, why) };
  const index =
    plainNumber(value.valueQuantity ?? quantityInText(value.valueString), /^(\{?score\}?|1|\{index\})$/i) ??
    value.valueInteger ??
    null;
  if (index === null) {
    const told = notRead(record, held, name);
    return told === null ? { facts: record.refuse(held, 'missing', 'value[x]') } : { held, told };
  }
  record.show(held, 'frailty');
  const cautions = cautionsForObservation(held);
  // A frailty index is a share of deficits, from 0 to 1.
  if (index < 0 || index > 1) cautions.add('implausible');
  const notes = joined(value.note?.map(({ text }) => text) ?? []) ?? '';
  const signed = writtenScore(held);
  const extra = [...(signed?.facts ?? []), ...(signed?.flags ?? [])].filter(
    (each) => each !== 'rounded-source' && (typeof each === 'string' || each.id !== 'deficits'),
  );
  // The note that this product wrote is left out where the words of the index say all of it.
  const note = (value.note ?? []).filter(
    (one) => (extra.length > 0 || signed === null || one.text !== signed.note) && !isCountOnly(one),
  );
  const band = INDEX_BANDS.find((each) => each === signed?.band) ?? null;
  const marked =
    signed?.isAsSigned !== true ? null : { band, roundedSource: signed.flags.includes('rounded-source') };
  const recorded = observed(record, held, cautions, { note });
  return { facts: [{ ...recorded, name, value: index, deficits: deficitsIn(notes), marked }] };
}

/**
 * Whether a note only states the count ("15 of 36 deficits"), without an author or a date. The words of the
 * index state it too.
 */
function isCountOnly({ text, time, authorString, authorReference }: Annotation): boolean {
  const by = time ?? authorString ?? authorReference;
  return by === undefined && /^\s*\d+ of \d+ deficits\.?\s*$/i.test(text ?? '');
}

const INDEX_BANDS = ['fit', 'robust', 'mild', 'moderate', 'severe'] as const;

/**
 * Which index it is. One code (713636003) stands for every frailty index, and the same number means different
 * bands in eFI and eFI2. Only the name or version in the code or the method tells them apart. A note may
 * mention an earlier index.
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
