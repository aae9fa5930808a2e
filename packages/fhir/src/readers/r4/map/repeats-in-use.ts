import type { PatientRecord } from '../record.ts';
import type { MappedMedicine } from './medicine.ts';
import { sameProduct } from './same-product.ts';

/**
 * A plan in FHIR may be a mere plan, or a GP's authority to repeat (GP Connect, UK Core). It is a repeat in use where something
 * was issued from it: a prescription or a statement that is based on it, or a prescription of the same product.
 */
export function repeatsInUse(
  record: PatientRecord,
  mapped: readonly MappedMedicine[],
): readonly MappedMedicine[] {
  return mapped.map((one) => {
    const { onceIssued } = one;
    if (onceIssued === undefined || !mapped.some((other) => isIssueOf(record, other, one))) return one;
    return { ...one, medicine: { ...one.medicine, status: onceIssued } };
  });
}

function isIssueOf(record: PatientRecord, issue: MappedMedicine, plan: MappedMedicine): boolean {
  const { held } = issue;
  if (held === plan.held || issue.medicine.prohibits === true) return false;
  const based = (held.value.basedOn ?? []).some((reference) => record.resolve(reference, held) === plan.held);
  return (
    based || (held.type === 'MedicationRequest' && isOrder(held.value.intent) && sameProduct(issue, plan))
  );
}

function isOrder(intent: string | undefined): boolean {
  return intent?.endsWith('order') === true;
}
