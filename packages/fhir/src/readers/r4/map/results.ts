import type { Caution, NamedMeasurement, NotMeasured } from '@ehch/clinical';
import { civilDayOf, isSurelyOlder } from '@ehch/clinical/time';
import { GCS_NAMES, type ResultKind } from '../../../codes/observation-codes.ts';
import { LOINC } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { compared } from '../../../said-already.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { whyNoNumber } from './absent-reason.ts';
import { isFallEvent } from './fall-event.ts';
import { leadingReading, putBehind } from './leading.ts';
import { notMeasured, sinceLatest, type Absent } from './not-measured.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { besideOthers } from './of-one-time.ts';
import { isImplausibleResult } from './plausible-results.ts';
import { isImpossibleTotal } from './possible-points.ts';
import { unitsConflict } from './quantity.ts';
import { plainTextOf, valueWords } from './value-words.ts';

/** The name of each result on screen. */
const NAMES: Readonly<Record<ResultKind, string>> = {
  gcs: 'Glasgow Coma Scale',
  pain: 'Pain score',
  hba1c: 'HbA1c',
  egfr: 'eGFR',
  creatinine: 'Creatinine',
  haemoglobin: 'Haemoglobin',
};

type Result = Unwritten<NamedMeasurement>;

interface Row {
  readonly held: Observation;
  readonly result: Result;
}

/** The latest results, and tests that were not done since. */
export interface Results {
  readonly results: readonly Result[];
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * The latest result of each kind: pain, kidney function, anaemia, glucose control. It has the sender's own
 * unit and interpretation. A reference range belongs to the laboratory, so none is applied here.
 */
export function latestResults(record: PatientRecord): Results {
  const found = Object.keys(NAMES).map((kind) => latestOf(record, kind as ResultKind));
  return {
    results: found.flatMap(({ results }) => results),
    notMeasured: found.flatMap((one) => one.notMeasured),
  };
}

function latestOf(record: PatientRecord, kind: ResultKind) {
  const absent: Absent[] = [];
  const rows: Row[] = [];
  for (const held of observationsOf(record, kind)) {
    if (isFallEvent(held)) continue;
    const why = whyNoNumber(held.value);
    const name = kind === 'gcs' ? gcsName(held) : NAMES[kind];
    if (why !== null) absent.push({ held, told: notMeasured(record, held, name, why) });
    else rows.push(...resultOf(record, held, kind, name));
  }
  const sorted = rows.toSorted((a, b) => byNewest(a.result, b.result));
  const { lead: newest, beside: besideNewest } = leadingReading(sorted, ({ result }) => result);
  const shown = new Set<Row>();
  const bySite = [...Map.groupBy(sorted, siteOf).values()];
  const results = bySite.flatMap((ofSite): readonly Result[] => {
    const { lead, beside } = leadingReading(ofSite, ({ result }) => result);
    const isInSight = (row: Row) =>
      newest !== undefined && (isNoOlder(newest, row) || besideNewest.includes(row));
    // What is in doubt puts no clear finding of another place out of sight.
    if (lead === undefined || !ofSite.some(isInSight)) return [];
    for (const row of [lead, ...beside]) shown.add(row);
    const others = beside.map(({ result }) => result);
    return [besideOthers(lead.result, others, ({ text }) => plainTextOf(text))];
  });
  for (const row of rows)
    if (shown.has(row)) record.show(row.held, 'news2');
    else putBehind(record, row.held, row.result);
  return { results, notMeasured: sinceLatest(record, 'news2', absent, newest?.result) };
}

/**
 * The place in the body, or the part of a scale. "Hip 7" and "back 0" are two findings, and neither puts the other out
 * of sight.
 */
function siteOf({ held, result }: Row): string {
  return compared(`${result.name} ${conceptWords(held.value.bodySite, new Set()) ?? ''}`);
}

/** The title of a Glasgow Coma Scale, which may be of one of its parts. It is shown, and no part of any score. */
function gcsName({ value: { code } }: Observation): string {
  const [known] = codesIn(code, LOINC).flatMap((one) => GCS_NAMES.get(one) ?? []);
  const bare = new Set<Caution>();
  const title = conceptWords(code, bare);
  return title === null || bare.has('code-only') ? (known ?? NAMES.gcs) : title;
}

/** Whether a result of another place belongs beside the newest: of the same day or later, or without a date. */
function isNoOlder(newest: Row, { held, result }: Row): boolean {
  if (held === newest.held || !isSurelyOlder(result.on, newest.result.on)) return true;
  const day = result.on === null ? null : civilDayOf(result.on);
  return day !== null && newest.result.on !== null && day === civilDayOf(newest.result.on);
}

function resultOf(record: PatientRecord, held: Observation, kind: ResultKind, name: string) {
  const cautions = cautionsForObservation(held);
  const isPanel = (held.value.component ?? []).length > 0;
  const text = valueWords(held.value, cautions) ?? (isPanel ? 'see its parts' : null);
  if (text === null) return record.refuse(held, 'missing', 'value[x]');
  const { valueQuantity } = held.value;
  if (isImpossibleTotal(held.value) || isImplausibleResult(kind, valueQuantity)) cautions.add('implausible');
  const isConflict = valueQuantity !== undefined && unitsConflict(valueQuantity);
  if (isConflict) cautions.add('unit-conflict');
  const result = { ...observed(record, held, cautions), name, text };
  if (!isConflict) return [{ held, result }];
  const details = [`unit coded as ${valueQuantity.code}`, ...(result.details ?? [])];
  return [{ held, result: { ...result, details } }];
}
