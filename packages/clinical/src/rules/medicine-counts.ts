import type { Medicine } from '../resident/medicine.ts';

export interface MedicineCounts {
  readonly regular: number;
  readonly asRequired: number;
  /** In use, and the record does not say whether regularly. Never counted as regular. */
  readonly useNotStated: number;
  readonly onHold: number;
  /** Called active, and their end date has passed. Not in use for certain, and not stopped. */
  readonly pastItsEnd: number;
  readonly notToBeGiven: number;
}

/**
 * Counts the lines of a medicine list by how they are taken. Stopped and intended medicines are left out; one whose
 * status is not stated counts as in use, because it is on the list.
 *
 * Lines, not ingredients: two strengths of one medicine are two, and creams and short courses count. It is no measure of
 * polypharmacy (clinical rule 9.1 [P]: that leaves out creams, dressings and short courses, and counts ingredients).
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
