import type { ObservationKind } from '../../../codes/observation-codes.ts';
import type { PatientRecord } from '../record.ts';
import { kindOf, kindsOf } from './kind-of-code.ts';
import { isAboutResident, isOfOneKind, type Observation } from './observation-kind.ts';
import { VITAL_KINDS } from './vital-parts.ts';

const VITALS: readonly (ObservationKind | null)[] = VITAL_KINDS;

/** Observations with vital signs: by their own code, or by the components of a panel with an unknown code. */
export function vitalObservations(record: PatientRecord): readonly Observation[] {
  return record
    .all('Observation')
    .filter((held) => isVital(held) && isAboutResident(record, held) && isOfOneKind(record, held))
    .toSorted(byKey);
}

/** Sorts by the key, because a server may return observations in a different order each time. */
export function byKey(a: Observation, b: Observation): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

function isVital({ value }: Observation): boolean {
  const kinds = kindsOf(value.code);
  if (kinds.length > 0) return kinds.some((kind) => VITALS.includes(kind) || kind === 'usualSpo2');
  return (value.component ?? []).some(({ code }) => VITALS.includes(kindOf(code)));
}
