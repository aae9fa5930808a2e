import type { Content, Problem } from '@ehch/clinical';
import { IPS_ABSENT, NO_KNOWN_PROBLEMS, NO_PROBLEM_INFORMATION } from '../../../codes/negations.ts';
import { CFS_LEVELS } from '../../../codes/observation-codes.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, statusCode } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { careFor } from '../care.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { conditionReading } from './cpr-sources.ts';
import { nilKnownLists } from './nil-known.ts';
import { orRecordedNone, type RecordedNone } from './none-recorded.ts';

const STATUSES = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] as const;

export function problems(record: PatientRecord): Content<readonly Problem[]> {
  const listed: Problem[] = [];
  const nones: RecordedNone[] = [...nilKnownLists(record, 'problems')];
  for (const held of record.all('Condition')) {
    const absent = codesIn(held.value.code, IPS_ABSENT);
    if (absent.includes(NO_PROBLEM_INFORMATION)) record.setAside(held, 'says-nothing');
    else if (absent.includes(NO_KNOWN_PROBLEMS)) nones.push(toNone(record, held));
    // A finding that only carries a frailty level or a CPR decision stands in its own section.
    else if (!isElsewhere(held)) listed.push(...toProblem(record, held));
  }
  const sorted = listed.toSorted((a, b) => rank(a) - rank(b) || byNewest(a, b));
  return orRecordedNone(
    record,
    'problems',
    sorted.length > 0 ? { kind: 'recorded', value: sorted } : null,
    nones,
  );
}

function toNone(record: PatientRecord, held: Held<'Condition'>): RecordedNone {
  const care = careFor(held);
  const text = conceptWords(held.value.code, care) ?? '';
  const on = firstDate([held.value.recordedDate], care);
  return {
    held,
    statement: { ...fact(record, held, care, { on, by: [held.value.asserter] }), text },
  };
}

function toProblem(record: PatientRecord, held: Held<'Condition'>): readonly Problem[] {
  const { value } = held;
  const care = careFor(held);
  const text = conceptWords(value.code, care);
  if (text === null) return record.refuse(held, 'missing', 'code');
  record.show(held, 'problems');
  const status = statusCode(value.clinicalStatus, STATUSES);
  if (status === null && value.clinicalStatus?.coding?.length) care.add('partly-unreadable');
  if (statusCode(value.verificationStatus, ['unconfirmed', 'provisional', 'differential']) !== null) {
    care.add('unconfirmed');
  }
  const severity = conceptWords(value.severity, care);
  const ended = firstDate([value.abatementDateTime, value.abatementPeriod?.end], care);
  const on = firstDate([value.onsetDateTime, value.onsetPeriod?.start, value.recordedDate], care);
  const recorded = fact(record, held, care, { on, by: [value.asserter, value.recorder] });
  return [{ ...recorded, text, status: status ?? 'not-stated', severity, ended }];
}

function rank({ status }: Problem): number {
  return ['inactive', 'remission', 'resolved'].includes(status) ? 1 : 0;
}

function isElsewhere(held: Held<'Condition'>): boolean {
  const cpr = conditionReading(held);
  // What mentions CPR and was not understood there may be a problem: it is told in both places.
  return (
    (cpr !== null && cpr !== 'unclear') || codesIn(held.value.code, SNOMED).some((id) => CFS_LEVELS.has(id))
  );
}
