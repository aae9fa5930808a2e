import { NHS_NUMBER } from '../../codes/systems.ts';
import { isObject, listAt, textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';
import { baseOf, readTarget } from '../../reference.ts';
import { identifiersOf, type AddressAmongOthers, type PatientAddress } from './patient-address.ts';

/** Whose record it is: the resident's own, to be set aside for a reason, or not readable. */
export type Belonging = 'ours' | 'malformed' | SetAsideReason;

/**
 * Decides whether a record is about the resident. Anything short of certain is set aside: another person's allergy
 * shown is worse than a missing one that is said to be missing.
 */
export function belongingOf(
  entry: Entry,
  raw: JsonObject,
  field: string,
  patient: AddressAmongOthers,
): Belonging {
  const subject = raw[field];
  if (subject === undefined || subject === null) return 'no-subject';
  if (!isObject(subject)) return 'malformed';
  const identifier = subject['identifier'];
  const reference = subject['reference'];
  if (reference !== undefined && typeof reference !== 'string') return 'malformed';
  const named = isObject(identifier) ? identifiersOf({ identifier: [identifier] })[0] : undefined;
  if (typeof reference === 'string' && reference.trim() !== '') {
    const found = byReference(reference, entry, raw, patient);
    // The id says one person and the NHS number another: doubt shows nothing.
    if (found === 'ours' && named?.system === NHS_NUMBER && contradicts(named.value, patient))
      return 'another-patient';
    return found;
  }
  if (named === undefined) return 'no-subject';
  return byIdentifier(named.system, named.value, patient);
}

function byReference(
  reference: string,
  entry: Entry,
  raw: JsonObject,
  patient: AddressAmongOthers,
): Belonging {
  const target = readTarget(reference);
  switch (target?.kind) {
    case undefined:
      return 'no-subject';
    case 'contained':
      return byContained(target.id, raw, patient);
    case 'urn':
      if (target.url === patient.urn) return 'ours';
      // A name that leads to nobody here may be hers.
      return patient.others.has(target.url) ? 'another-patient' : 'no-subject';
    case 'conditional':
      return target.type === 'Patient' ? byIdentifier(target.system, target.value, patient) : 'not-a-person';
    case 'literal': {
      if (target.type !== 'Patient') return 'not-a-person';
      if (target.id !== patient.id) return 'another-patient';
      const base = target.base ?? baseOf(entry.fullUrl);
      if (base === null) return patient.isShared ? 'no-subject' : 'ours';
      if (patient.url === null) return patient.isOnSeveralServers ? 'no-subject' : 'ours';
      return `${base}/Patient/${target.id}` === patient.url ? 'ours' : 'another-patient';
    }
  }
}

function byContained(id: string, raw: JsonObject, patient: PatientAddress): Belonging {
  const found = listAt(raw, 'contained').find((item) => textAt(item, 'id') === id);
  if (!isObject(found)) return 'no-subject';
  if (found['resourceType'] !== 'Patient') return 'not-a-person';
  const same = identifiersOf(found).some(
    ({ system, value }) => byIdentifier(system, value, patient) === 'ours',
  );
  return same ? 'ours' : 'another-patient';
}

function byIdentifier(system: string | null, value: string, patient: PatientAddress): Belonging {
  const same = patient.identifiers.some((own) => own.system === system && own.value === value);
  // A value without a system names nobody for certain.
  return system === null ? 'no-subject' : same ? 'ours' : 'another-patient';
}

function contradicts(nhsNumber: string, patient: PatientAddress): boolean {
  const own = patient.identifiers.filter(({ system }) => system === NHS_NUMBER);
  return own.length > 0 && own.every(({ value }) => value !== nhsNumber);
}
