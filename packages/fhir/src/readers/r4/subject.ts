import { NHS_NUMBER } from '../../codes/systems.ts';
import { isObject, listAt, textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';
import { baseOf, readTarget } from '../../reference.ts';
import { isAnotherPerson, isNamedAsAnother } from './another-person.ts';
import type { AddressAmongOthers } from './patient-address.ts';
import { identifiersOf, type PatientIdentifier } from './patient-identifiers.ts';

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
  const byNumber = named === undefined ? 'no-subject' : byIdentifier(named.system, named.value, patient);
  if (typeof reference !== 'string' || reference.trim() === '') return byNumber;
  const found = byReference(reference, entry, raw, patient);
  if (found === 'ours' && (isNotAPerson(subject) || isNamedAsAnother(subject, patient.raw)))
    return 'in-doubt';
  // The id says that it is she and the number does not: doubt shows nothing.
  if (found === 'ours' && named !== undefined && isNumberedOtherwise(named, byNumber))
    return byNumber === 'another-patient' && isTwoPeople(named, patient) ? 'another-patient' : 'in-doubt';
  // An id that is not hers beside a number that is: on another server she may have that id.
  return found === 'another-patient' && byNumber === 'ours' ? 'in-doubt' : found;
}

/**
 * Whether a number beside her id is another one than hers, or an NHS number that her own record does not have. That one may
 * name anybody in the country. A number of another kind that her record lacks contradicts nothing.
 */
function isNumberedOtherwise({ system }: PatientIdentifier, byNumber: Belonging): boolean {
  return system === NHS_NUMBER ? byNumber !== 'ours' : !['ours', 'no-subject'].includes(byNumber);
}

/** Two NHS numbers are two people. */
function isTwoPeople({ system }: PatientIdentifier, { identifiers }: AddressAmongOthers): boolean {
  return system === NHS_NUMBER && identifiers.some((own) => own.system === NHS_NUMBER);
}

/** The reference leads to her, and its type says that it is a group or a device. */
function isNotAPerson(subject: JsonObject): boolean {
  const type = textAt(subject, 'type')?.split('/').at(-1);
  return type !== undefined && type !== 'Patient';
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
      if (patient.maybeHers.has(target.url)) return 'in-doubt';
      // A name that leads to nobody here may be hers.
      return patient.others.has(target.url) ? 'another-patient' : 'no-subject';
    case 'conditional':
      return target.type === 'Patient' ? byIdentifier(target.system, target.value, patient) : 'not-a-person';
    case 'literal': {
      if (target.type !== 'Patient') return 'not-a-person';
      const base = target.base ?? baseOf(entry.fullUrl);
      if (isMaybeHers(base, target.id, patient)) return 'in-doubt';
      if (target.id !== patient.id) return 'another-patient';
      if (base === null) return patient.isShared ? 'no-subject' : 'ours';
      if (patient.url === null) return patient.isOnSeveralServers ? 'no-subject' : 'ours';
      return `${base}/Patient/${target.id}` === patient.url ? 'ours' : 'another-patient';
    }
  }
}

/** Another Patient's id, where that may be a second record of hers. */
function isMaybeHers(base: string | null, id: string, { maybeHers, url }: AddressAmongOthers): boolean {
  const local = `Patient/${id}`;
  if (base === null) return maybeHers.has(local);
  return `${base}/${local}` !== url && (maybeHers.has(`${base}/${local}`) || maybeHers.has(local));
}

function byContained(id: string, raw: JsonObject, patient: AddressAmongOthers): Belonging {
  const found = listAt(raw, 'contained').find((item) => textAt(item, 'id') === id);
  if (!isObject(found)) return 'no-subject';
  if (found['resourceType'] !== 'Patient') return 'not-a-person';
  const numbers = identifiersOf(found).map((number) => ({
    number,
    verdict: byIdentifier(number.system, number.value, patient),
  }));
  if (numbers.some(({ verdict }) => verdict === 'ours')) {
    // One number of hers beside a number that is not, or beside somebody else's name and birth date, is a doubt.
    const isDoubtful = numbers.some(({ number, verdict }) => isNumberedOtherwise(number, verdict));
    const isAnother = patient.raw !== null && isAnotherPerson(found, patient.raw);
    return isDoubtful || isAnother ? 'in-doubt' : 'ours';
  }
  return numbers.some(({ verdict }) => verdict === 'another-patient') ? 'another-patient' : 'no-subject';
}

function byIdentifier(system: string | null, value: string, patient: AddressAmongOthers): Belonging {
  // A value without a system names nobody for certain.
  if (system === null) return 'no-subject';
  const isIt = (one: { readonly system: string | null; readonly value: string }) =>
    one.system === system && one.value === value;
  if (patient.identifiers.some(isIt)) return patient.sharedNumbers.some(isIt) ? 'in-doubt' : 'ours';
  if (patient.superseded.some(isIt)) return 'in-doubt';
  // Where she has no number of that kind, nothing says whose this one is, unless somebody else here has it.
  const isKnown =
    patient.identifiers.some((own) => own.system === system) || patient.numbersOfOthers.some(isIt);
  return isKnown ? 'another-patient' : 'no-subject';
}
