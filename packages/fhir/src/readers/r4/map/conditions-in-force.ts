import type { Caution, PartialDate } from '@ehch/clinical';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, statusCode } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { careFor } from '../care.ts';
import type { Held, PatientRecord } from '../record.ts';

interface InForce {
  readonly held: Held<'Condition'>;
  readonly care: Set<Caution>;
  readonly on: PartialDate | null;
}

/** Conditions with one of these SNOMED CT codes that have not ended. Those that have are set aside. */
export function conditionsInForce(
  record: PatientRecord,
  codes: { has(code: string): boolean },
): readonly InForce[] {
  return record.all('Condition').flatMap((held): readonly InForce[] => {
    const { code, clinicalStatus, abatementDateTime, onsetDateTime, recordedDate } = held.value;
    if (!codesIn(code, SNOMED).some((id) => codes.has(id))) return [];
    // R4 has no such clinical status as entered-in-error; where it is sent, it is meant.
    const ended = statusCode(clinicalStatus, ['inactive', 'resolved', 'remission', 'entered-in-error']);
    if (ended !== null || abatementDateTime !== undefined) return record.setAside(held, 'not-in-force');
    const care = careFor(held);
    return [{ held, care, on: firstDate([onsetDateTime, recordedDate], care) }];
  });
}
