import type { Held, PatientRecord } from '../record.ts';
import type { MappedMedicine } from './medicine.ts';
import { sameProduct } from './same-product.ts';

/**
 * In FHIR, a plan may be a mere intention, or a GP's authority to repeat (GP Connect, UK Core). It counts as
 * a repeat in use where something was issued from it: a prescription or a statement based on it, or a
 * prescription of the same product.
 */
export function repeatsInUse(
  record: PatientRecord,
  mapped: readonly MappedMedicine[],
): readonly MappedMedicine[] {
  const issues = mapped.filter(({ medicine }) => medicine.prohibits !== true);
  const plansOfIssues = new Set(issues.flatMap((issue) => plansOf(record, issue)));
  const orders = Map.groupBy(issues.filter(isOrder), ({ product }) => product);
  return mapped.map((one) => {
    if (one.onceIssued === undefined) return one;
    const wasIssued =
      plansOfIssues.has(one.held) || (orders.get(one.product) ?? []).some((order) => sameProduct(order, one));
    return wasIssued ? { ...one, medicine: { ...one.medicine, status: one.onceIssued } } : one;
  });
}

/** The plans that a record is based on. A record is no issue of itself. */
function plansOf(record: PatientRecord, { held }: MappedMedicine): readonly Held[] {
  return (held.value.basedOn ?? [])
    .map((reference) => record.resolve(reference, held))
    .filter((plan) => plan !== null)
    .filter((plan) => plan !== held);
}

function isOrder({ held }: MappedMedicine): boolean {
  return held.type === 'MedicationRequest' && held.value.intent?.endsWith('order') === true;
}
