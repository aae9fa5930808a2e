import type { Content, NoneStatement } from '@ehch/clinical';
import { IPS_ABSENT, NO_KNOWN_MEDICINES, NO_MEDICINE_INFORMATION } from '../../../codes/negations.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import type { RecordedMedicineList } from '../../../recorded-view.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { fromRequest, fromStatement, type MappedMedicine } from './medicine.ts';
import { medicinesReview } from './medicines-review.ts';
import { nilKnownLists } from './nil-known.ts';
import { orRecordedNone, type RecordedNone } from './none-recorded.ts';
import { repeatsInUse } from './repeats-in-use.ts';
import { joinedLines } from './same-medicine.ts';

export function medicines(record: PatientRecord): Content<RecordedMedicineList> {
  const nones: RecordedNone[] = [...nilKnownLists(record, 'medicines')];
  const mapped: MappedMedicine[] = [];
  for (const held of [...record.all('MedicationStatement'), ...record.all('MedicationRequest')]) {
    const absent = codesIn(held.value.medicationCodeableConcept, IPS_ABSENT);
    if (absent.includes(NO_MEDICINE_INFORMATION)) record.setAside(held, 'says-nothing');
    else if (absent.includes(NO_KNOWN_MEDICINES)) nones.push({ held, statement: toNone(record, held) });
    else {
      const medicine = isStatement(held) ? fromStatement(record, held) : fromRequest(record, held);
      if (medicine !== null) mapped.push(medicine);
    }
  }
  const lines = joinedLines(record, repeatsInUse(record, mapped));
  for (const held of lines.flatMap(({ records }) => records)) record.show(held, 'medicines');
  const reviewed = medicinesReview(record);
  const list = lines.map(({ medicine }) => medicine);
  const isListed = list.length > 0 || (reviewed !== null && nones.length === 0);
  return orRecordedNone(
    record,
    'medicines',
    isListed ? { kind: 'recorded', value: { medicines: list, reviewed } } : null,
    nones,
  );
}

function isStatement(held: MappedMedicine['held']): held is Held<'MedicationStatement'> {
  return held.type === 'MedicationStatement';
}

function toNone(record: PatientRecord, held: MappedMedicine['held']): NoneStatement {
  const care = careFor(held);
  const text = conceptWords(held.value.medicationCodeableConcept, care) ?? '';
  const dated = isStatement(held) ? held.value.dateAsserted : held.value.authoredOn;
  return { ...fact(record, held, care, { on: firstDate([dated], care) }), text };
}
