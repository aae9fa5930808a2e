import { comparePartialDates } from '@ehch/clinical';
import type { RecordedMedicine } from '../../../recorded-view.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { MappedMedicine } from './medicine.ts';

/**
 * Leaves out a prescription that says what another line already says.
 *
 * A MedicationRequest goes when a MedicationStatement is based on it or derived from it, unless the two disagree about
 * whether the medicine is in use; or when a statement or a newer request has the same medicine, dose, route, instructions
 * and status. The same medicine in another dose stays: two strengths are two lines. Statements are never left out.
 */
export function withoutRepeats(
  record: PatientRecord,
  mapped: readonly MappedMedicine[],
): readonly MappedMedicine[] {
  const statements = mapped.filter(({ held }) => held.type === 'MedicationStatement');
  const requests = mapped
    .filter(({ held }) => held.type === 'MedicationRequest')
    .toSorted((a, b) => comparePartialDates(a.medicine.on, b.medicine.on));
  const behind = requestsBehind(record, statements);
  const kept: MappedMedicine[] = [...statements];
  for (const request of requests) {
    const repeated =
      behind.get(request.held)?.some((statement) => agree(statement.medicine, request)) === true ||
      kept.some((other) => sameLine(other, request));
    if (repeated) record.setAside(request.held, 'shown-elsewhere');
    else kept.push(request);
  }
  return kept;
}

function requestsBehind(
  record: PatientRecord,
  statements: readonly MappedMedicine[],
): Map<Held, MappedMedicine[]> {
  const behind = new Map<Held, MappedMedicine[]>();
  for (const statement of statements) {
    if (statement.held.type !== 'MedicationStatement') continue;
    const { basedOn = [], derivedFrom = [] } = statement.held.value;
    for (const reference of [...basedOn, ...derivedFrom]) {
      const request = record.resolve(reference, statement.held);
      if (request !== null) behind.set(request, [...(behind.get(request) ?? []), statement]);
    }
  }
  return behind;
}

/** A completed order under a running medicine is the usual case; a stopped or held one under a running medicine is not. */
function agree(statement: RecordedMedicine, { held, medicine }: MappedMedicine): boolean {
  if (statement.status === medicine.status || held.value.status === 'completed') return true;
  return medicine.status !== 'on-hold' && medicine.status !== 'stopped';
}

function sameLine(a: MappedMedicine, b: MappedMedicine): boolean {
  const sameCode = a.codes.some((code) => b.codes.includes(code));
  const sameName = a.medicine.generic?.toLowerCase() === b.medicine.generic?.toLowerCase();
  return (sameCode || sameName) && lineOf(a.medicine) === lineOf(b.medicine);
}

/** Everything that the line will say. Words of a dosage stand for its parts, so behind the same words those may differ. */
function lineOf({ brand, form, dosage, status, cautions }: RecordedMedicine): string {
  const steps = dosage.map((step) => {
    const { text, patientInstruction, doseAndRate, route, asNeededBoolean, asNeededCodeableConcept } = step;
    const said = text ?? patientInstruction;
    const parts = [step.timing, step.additionalInstruction, step.maxDosePerPeriod];
    const dose = [doseAndRate, route, asNeededBoolean, asNeededCodeableConcept];
    return [dose, said === undefined ? parts : [text, patientInstruction, step.timing === undefined]];
  });
  return JSON.stringify([brand, form, steps, status, cautions]).toLowerCase();
}
