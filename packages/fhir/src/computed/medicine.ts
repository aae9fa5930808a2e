import { comparePartialDates, highRiskClasses, type Medicine, type MedicineList } from '@ehch/clinical';
import type { RecordedMedicine, RecordedMedicineList } from '../recorded-view.ts';
import { dosageWords } from './dosage-words.ts';

export function completeMedicines({ medicines, reviewed }: RecordedMedicineList): MedicineList {
  return { medicines: medicines.map(completeMedicine).toSorted(byUse), reviewed };
}

function completeMedicine({ dosage, ...medicine }: RecordedMedicine): Medicine {
  const care = new Set(medicine.cautions);
  const said = dosageWords(dosage, care);
  return { ...medicine, ...said, highRisk: highRiskClasses(medicine), cautions: [...care] };
}

const ORDER: readonly Medicine['status'][] = ['in-use', 'not-stated', 'on-hold', 'intended', 'stopped'];

/** In use before on hold before stopped; high-risk first; then by name. */
function byUse(a: Medicine, b: Medicine): number {
  return (
    ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
    Number(b.highRisk.length > 0) - Number(a.highRisk.length > 0) ||
    (a.generic ?? '').localeCompare(b.generic ?? '', 'en-GB') ||
    comparePartialDates(a.on, b.on)
  );
}
