import { formatDate, type PartialDate } from '@ehch/clinical';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, statusCode } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { careFor, type Care } from '../care.ts';
import type { Held, PatientRecord } from '../record.ts';
import { beginOf, endOf, isOver } from './condition-times.ts';

interface InForce {
  readonly held: Held<'Condition'>;
  readonly care: Care;
  readonly on: PartialDate | null;
}

/** Conditions with one of these SNOMED CT codes that have not ended. Those that have are set aside. */
export function conditionsInForce(
  record: PatientRecord,
  codes: { has(code: string): boolean },
): readonly InForce[] {
  return record.all('Condition').flatMap((held): readonly InForce[] => {
    const { code, clinicalStatus, recordedDate } = held.value;
    if (!codesIn(code, SNOMED).some((id) => codes.has(id))) return [];
    const care = careFor(held);
    const end = endOf(held, care);
    // R4 has no such clinical status as entered-in-error; where it is sent, it is meant.
    const ended = statusCode(clinicalStatus, ['inactive', 'resolved', 'remission', 'entered-in-error']);
    if (ended !== null || isOver(record, end)) return record.setAside(held, 'not-in-force');
    // An end that is to come, or that only words tell ("in hospital"), ends nothing today.
    const told = joined([end.on === null ? null : formatDate(end.on), end.words], ', ');
    if (told !== null) care.leave('end', told);
    const began = beginOf(held, care);
    if (began.words !== null) care.leave('onset', began.words);
    return [{ held, care, on: began.on ?? readDate(recordedDate, care) }];
  });
}
