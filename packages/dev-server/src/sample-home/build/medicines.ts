import type { MedicationStatement } from '@medplum/fhirtypes';
import { MEDICINES, type MedicineName } from '../catalogue/medicines.ts';
import { text } from '../codes.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { MedicineStory } from '../story.ts';

/** Writes the practice's medicine list. Instructions are text, as in most records that reach a home. */
export function medicines(resident: Resident): MedicationStatement[] {
  return (resident.story.medicines ?? []).map((medicine, n) =>
    statement(resident, typeof medicine === 'string' ? { name: medicine } : medicine, n),
  );
}

function statement(
  { story, days, id, seed, patient }: Resident,
  medicine: MedicineStory,
  n: number,
): MedicationStatement {
  const {
    name,
    since = Math.min(400, story.stay.since + 200),
    status = 'active',
    stopped,
    reason,
  } = medicine;
  const catalogue: (typeof MEDICINES)[MedicineName] = MEDICINES[name];
  const asRequired = 'asRequired' in catalogue;
  return {
    resourceType: 'MedicationStatement',
    id: id('medicine', n),
    meta: madeBy('UKCore-MedicationStatement', 'practice'),
    status,
    ...(reason === undefined ? {} : { statusReason: [text(reason)] }),
    medicationCodeableConcept: catalogue.concept,
    subject: patient,
    effectivePeriod: {
      start: days.date(since),
      ...(stopped === undefined ? {} : { end: days.date(stopped) }),
    },
    dateAsserted: days.date(story.died ?? 1),
    informationSource: organizationReference(seed, story.practice === 'other' ? 'otherPractice' : 'practice'),
    ...(medicine.for === undefined ? {} : { reasonCode: [text(medicine.for)] }),
    ...(medicine.note === undefined ? {} : { note: [{ text: medicine.note }] }),
    dosage: [{ text: medicine.take ?? catalogue.take, asNeededBoolean: asRequired }],
  };
}
