import type { Medicine } from '../resident/medicine.ts';

export interface MedicineCounts {
  readonly regular: number;
  readonly asRequired: number;
  /** In use, but the record does not say whether regularly. Never counted as regular. */
  readonly useNotStated: number;
  readonly onHold: number;
  /** The record calls them active, but their end date has passed. They are not surely in use and not surely stopped. */
  readonly pastItsEnd: number;
  readonly notToBeGiven: number;
}

/**
 * Counts the lines of a medicine list by how they are taken. It leaves out stopped and intended medicines. A medicine
 * without a stated status counts as in use, because it is on the list.
 *
 * It counts lines, not ingredients: two strengths of one medicine are two, and creams and short courses count. So it
 * does not measure polypharmacy (clinical rule 9.1 [P] counts ingredients, without creams, dressings and short
 * courses).
 */
export function medicineCounts(medicines: readonly Medicine[]): MedicineCounts {
  const current = medicines.filter(({ status }) => status === 'in-use' || status === 'not-stated');
  const count = (use: Medicine['use']) => current.filter((medicine) => medicine.use === use).length;
  const withStatus = (status: Medicine['status']) => medicines.filter((one) => one.status === status).length;
  return {
    regular: count('regular'),
    asRequired: count('as-required'),
    useNotStated: count('not-stated'),
    onHold: withStatus('on-hold'),
    pastItsEnd: withStatus('past-its-end'),
    notToBeGiven: withStatus('not-to-be-given'),
  };
}
