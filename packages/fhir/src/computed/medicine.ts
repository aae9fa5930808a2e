import type { Medicine, MedicineList } from '@ehch/clinical';
import { highRiskClasses } from '@ehch/clinical/rules';
import { comparePartialDates } from '@ehch/clinical/time';
import { Cautions } from '../readers/r4/cautions.ts';
import type { RecordedMedicine, RecordedMedicineList } from '../recorded-view.ts';
import { dosageWords } from './dosage/dosage-words.ts';

/** The medicines with their dosages in words and their high-risk classes, in the order of the list. */
export function completeMedicines({ medicines, reviewed }: RecordedMedicineList): MedicineList {
  return { medicines: medicines.map(completeMedicine).toSorted(byUse), reviewed };
}

/** One medicine with its dosage in words and its high-risk classes. */
function completeMedicine({ dosage, joined, ...medicine }: RecordedMedicine): Medicine {
  const cautions = new Cautions(medicine.cautions, medicine.more);
  const said = dosageWords(dosage, cautions);
  return {
    ...medicine,
    ...said,
    highRisk: highRiskClasses(medicine),
    cautions: [...cautions],
    ...(cautions.more.length > 0 && { more: cautions.more }),
    ...(joined !== undefined && { joined: joined.map(completeMedicine) }),
  };
}

// Medicines not to be given come first: a carer must not miss them.
const ORDER: readonly Medicine['status'][] = [
  'not-to-be-given',
  'in-use',
  'not-stated',
  'past-its-end',
  'on-hold',
  'intended',
  'completed',
  'stopped',
];

/**
 * Medicines not to be given come first, then those in use, on hold and stopped. Within these, high-risk
 * medicines come first, then names.
 */
function byUse(a: Medicine, b: Medicine): number {
  return (
    ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
    Number(isAhead(a)) - Number(isAhead(b)) ||
    Number(b.highRisk.length > 0) - Number(a.highRisk.length > 0) ||
    (a.generic ?? '').localeCompare(b.generic ?? '', 'en-GB') ||
    comparePartialDates(a.on, b.on) ||
    a.id.localeCompare(b.id, 'en-GB')
  );
}

function isAhead({ cautions }: Medicine): boolean {
  return cautions.includes('future-dated');
}
