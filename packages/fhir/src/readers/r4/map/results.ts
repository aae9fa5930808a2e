import type { NamedMeasurement, NotMeasured } from '@ehch/clinical';
import type { ResultKind } from '../../../codes/observation-codes.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { whyNoNumber } from './absent-reason.ts';
import { notMeasured, sinceLatest, type Absent } from './not-measured.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { besideOthers, isRivalOf } from './of-one-time.ts';
import { unitsConflict } from './quantity.ts';
import { plainTextOf, valueWords } from './value-words.ts';

/** The name of each result on screen. */
const NAMES: Readonly<Record<ResultKind, string>> = {
  pain: 'Pain score',
  hba1c: 'HbA1c',
  egfr: 'eGFR',
  creatinine: 'Creatinine',
  haemoglobin: 'Haemoglobin',
};

type Result = Unwritten<NamedMeasurement>;

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
    results: found.flatMap(({ result }) => result ?? []),
    notMeasured: found.flatMap((one) => one.notMeasured),
  };
}

function latestOf(record: PatientRecord, kind: ResultKind) {
  const absent: Absent[] = [];
  const rows: { readonly held: Observation; readonly result: Result }[] = [];
  for (const held of observationsOf(record, kind)) {
    const why = whyNoNumber(held.value);
    if (why !== null) absent.push({ held, told: notMeasured(record, held, NAMES[kind], why) });
    else rows.push(...resultOf(record, held, NAMES[kind]));
  }
  const [newest] = rows.toSorted((a, b) => byNewest(a.result, b.result));
  const rivals = rows.filter(({ result }) => newest !== undefined && isRivalOf(newest.result, result));
  for (const row of rows)
    if (rivals.includes(row)) record.show(row.held, 'news2');
    else record.setAside(row.held, 'newer-shown');
  const others = rivals.map(({ result }) => result);
  return {
    result:
      newest === undefined ? null : besideOthers(newest.result, others, ({ text }) => plainTextOf(text)),
    notMeasured: sinceLatest(record, 'news2', absent, newest?.result),
  };
}

function resultOf(record: PatientRecord, held: Observation, name: string) {
  const cautions = cautionsForObservation(held);
  const text = valueWords(held.value, cautions);
  if (text === null) return record.refuse(held, 'missing', 'value[x]');
  const { valueQuantity } = held.value;
  const isConflict = valueQuantity !== undefined && unitsConflict(valueQuantity);
  if (isConflict) cautions.add('unit-conflict');
  const result = { ...observed(record, held, cautions), name, text };
  if (!isConflict) return [{ held, result }];
  const details = [`unit coded as ${valueQuantity.code}`, ...(result.details ?? [])];
  return [{ held, result: { ...result, details } }];
}
