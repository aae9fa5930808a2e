import { joined } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Held, PatientRecord } from '../record.ts';

/** v3-ActCode classes in which a person is admitted. An emergency department visit alone is no admission. */
const ADMITTED = new Set(['IMP', 'ACUTE', 'NONAC', 'SS', 'OBSENC']);

export function isHospitalStay({ value }: Held<'Encounter'>): boolean {
  return ADMITTED.has(value.class?.code ?? '');
}

/** Over by its status or by its end. */
export function isOver({ value }: Held<'Encounter'>, now: string): boolean {
  if (['finished', 'cancelled', 'unknown'].includes(value.status)) return true;
  const end = Date.parse(value.period?.end ?? '');
  return !Number.isNaN(end) && end < Date.parse(now);
}

/** The place of an encounter in words. */
export function whereOf(record: PatientRecord, held: Held<'Encounter'>): string | null {
  const ward = nameOf(record, held.value.location?.at(-1)?.location, held);
  const provider = nameOf(record, held.value.serviceProvider, held);
  // "Holmdale General Hospital, Ward 4" already says which hospital, whichever of the two says it.
  if (ward !== null && provider !== null) {
    const [inWard, inProvider] = [ward.toLowerCase(), provider.toLowerCase()];
    if (inWard.includes(inProvider)) return ward;
    if (inProvider.startsWith(inWard)) return provider;
  }
  return joined([provider, ward], ', ');
}
