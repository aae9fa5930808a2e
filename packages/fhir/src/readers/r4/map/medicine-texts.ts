import type { ConceptLike } from '../../../coding.ts';
import type { Dosage } from '../dosage.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

type Texts = readonly (string | null | undefined)[];

/** All words in the record of a medicine: name, dosage, reasons for its status, notes and narrative. */
export function medicineTexts(
  record: PatientRecord,
  held: Held<'MedicationStatement'> | Held<'MedicationRequest'>,
  dosage: readonly Dosage[],
): Texts {
  const {
    medicationCodeableConcept,
    medicationReference: reference,
    statusReason = [],
    note = [],
  } = held.value;
  const medication = reference === undefined ? null : record.resolve(reference, held);
  const name = isHeld(medication, 'Medication') ? medication.value.code : medicationCodeableConcept;
  return [
    reference?.display,
    ...conceptTexts(name),
    ...dosage.flatMap(doseTexts),
    ...[statusReason].flat().flatMap(conceptTexts),
    ...note.map(({ text }) => text),
    // A narrative that a person wrote.
    ...held.more.filter((element) => element.name === 'narrative').map(({ text }) => text),
  ];
}

function doseTexts({ text, patientInstruction, additionalInstruction = [] }: Dosage): Texts {
  return [text, patientInstruction, ...additionalInstruction.flatMap(conceptTexts)];
}

function conceptTexts(concept: ConceptLike | undefined): Texts {
  return [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)];
}
