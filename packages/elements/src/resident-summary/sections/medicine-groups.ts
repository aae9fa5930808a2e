import type { Medicine } from '@ehch/clinical';

export interface MedicineGroup {
  readonly title: string;
  readonly holds: (medicine: Medicine) => boolean;
}

/** The medicine list in the order in which it is read. Every medicine is in exactly one group. */
export const MEDICINE_GROUPS: readonly MedicineGroup[] = [
  { title: 'Not to be given', holds: (m) => m.status === 'not-to-be-given' },
  { title: 'High risk, or the time matters', holds: (m) => isUsedNow(m) && m.highRisk.length > 0 },
  { title: 'Regular', holds: (m) => isPlain(m, 'regular') },
  { title: 'As required', holds: (m) => isPlain(m, 'as-required') },
  { title: 'Not stated whether regular', holds: (m) => isPlain(m, 'not-stated') },
  { title: 'Dated in the future: check', holds: (m) => inUse(m) && isAhead(m) },
  { title: 'Past its end date, not recorded as stopped', holds: (m) => m.status === 'past-its-end' },
  { title: 'On hold', holds: (m) => m.status === 'on-hold' },
  { title: 'Planned, not started', holds: (m) => m.status === 'intended' },
  {
    title: 'Prescription completed: not said whether still taken',
    holds: (m) => m.status === 'completed',
  },
  { title: 'Stopped or not taken', holds: (m) => m.status === 'stopped' },
];

/** A status that nobody stated is listed with what is in use: leaving it out could hide an anticoagulant. */
export function inUse({ status }: Medicine): boolean {
  return status === 'in-use' || status === 'not-stated';
}

/** What is dated in the future leads no group. */
function isUsedNow(medicine: Medicine): boolean {
  return inUse(medicine) && !isAhead(medicine);
}

function isPlain(medicine: Medicine, use: Medicine['use']): boolean {
  return isUsedNow(medicine) && medicine.highRisk.length === 0 && medicine.use === use;
}

function isAhead({ cautions }: Medicine): boolean {
  return cautions.includes('future-dated');
}
