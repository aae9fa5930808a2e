import type { MedicineStatus } from '@ehch/clinical';
import { comparePartialDates, spanOf, type PartialDate } from '@ehch/clinical/time';
import type { RecordedMedicine } from '../../../recorded-view.ts';
import type { MappedMedicine } from './medicine.ts';
import { sameDose } from './same-dose.ts';
import { sameProduct } from './same-product.ts';

const TAKEN: ReadonlySet<MedicineStatus> = new Set(['in-use', 'not-stated']);
/**
 * A record "stopped" on the same day may be the one that the record in use replaced. The other statuses speak
 * of now.
 */
const AGAINST: ReadonlySet<MedicineStatus> = new Set(['stopped', 'on-hold', 'not-to-be-given']);

/**
 * The other records that say that a medicine on this line is stopped, on hold or not to be given. They must be of
 * the same product and dose, and not known to be older than the newest record of the line. Neither record is
 * chosen: both stay on the list, and each says that the other contradicts it.
 */
export function against(
  line: readonly [MappedMedicine, ...MappedMedicine[]],
  others: readonly MappedMedicine[],
): readonly MappedMedicine[] {
  const [main] = line;
  if (!TAKEN.has(main.medicine.status)) return [];
  const latest = line.map(({ medicine }) => medicine.on).toSorted(comparePartialDates)[0] ?? null;
  return others.filter(
    (other) =>
      AGAINST.has(other.medicine.status) &&
      sameProduct(main, other) &&
      sameDose(main.medicine.dosage, other.medicine.dosage) &&
      mayBeLater(other.medicine, latest),
  );
}

// Without both dates nobody knows which record is later, so the other one may be.
function mayBeLater({ status, stopped, on }: RecordedMedicine, latest: PartialDate | null): boolean {
  const [other, own] = [spanOf(stopped ?? on), spanOf(latest)];
  if (other === null || own === null) return true;
  return status === 'stopped' ? other.to > own.from : other.to >= own.from;
}
