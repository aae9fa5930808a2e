import { NHS_NUMBER } from '../../codes/systems.ts';
import { isObject, listAt, textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';
import { baseOf, readTarget } from '../../reference.ts';
import { isAnotherPerson, isNamedAsAnother } from './another-person.ts';
import type { AddressAmongOthers } from './patient-address.ts';
import { identifiersOf, type PatientIdentifier } from './patient-identifiers.ts';

/** Whether a record is the resident's, is set aside for a reason, or is unreadable. */
export type Belonging = 'own' | 'malformed' | SetAsideReason;

/**
 * Decides whether a record is about the resident. Anything uncertain is set aside. Showing another person's
 * allergy is worse than a missing one, which the screen says is missing.
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
  if (found === 'own' && (isNotAPerson(subject) || isNamedAsAnother(subject, patient.raw))) return 'in-doubt';
  // The id names the resident and the number does not. A record in doubt is not shown.
  if (found === 'own' && named !== undefined && isNumberedOtherwise(named, byNumber))
    return byNumber === 'another-patient' && isTwoPeople(named, patient) ? 'another-patient' : 'in-doubt';
  // The number names the resident and the id does not. On another server the resident may have that id.
  return found === 'another-patient' && byNumber === 'own' ? 'in-doubt' : found;
}

/**
 * Whether a record says beside its subject that it is about another patient: the source of a document, what a
 * task works on, what a message is about.
 */
export function namesAnother(entry: Entry, raw: JsonObject, patient: AddressAmongOthers): boolean {
  const source = isObject(raw['context']) ? raw['context']['sourcePatientInfo'] : undefined;
  const focus = raw['resourceType'] === 'Task' ? raw['focus'] : undefined;
  const about = raw['resourceType'] === 'Communication' ? listAt(raw, 'about') : [];
  return [source, focus, ...about].some(
    (named) =>
      named !== undefined && belongingOf(entry, { ...raw, named }, 'named', patient) === 'another-patient',
  );
}

/** One server may answer at two addresses and look like two. A record lost that way leaves a gap. */
export function namesSameId(subject: unknown, { id }: AddressAmongOthers): boolean {
  const target = readTarget(textAt(subject, 'reference'));
  return target?.kind === 'literal' && target.type === 'Patient' && target.id === id;
}

/**
 * Whether an identifier beside the resident's id contradicts it: it differs from the resident's, or it is an
 * NHS number that the resident's record lacks. Such an NHS number may be anybody's. A number of another kind
 * that the record lacks contradicts nothing.
 */
function isNumberedOtherwise({ system }: PatientIdentifier, byNumber: Belonging): boolean {
  return system === NHS_NUMBER ? byNumber !== 'own' : !['own', 'no-subject'].includes(byNumber);
}

/** Two different NHS numbers mean two people. */
function isTwoPeople({ system }: PatientIdentifier, { identifiers }: AddressAmongOthers): boolean {
  return system === NHS_NUMBER && identifiers.some((own) => own.system === NHS_NUMBER);
}

/** The reference leads to the resident, but its type says that it is a group or a device. */
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
      if (target.url === patient.urn) return 'own';
      if (patient.maybeTheResident.has(target.url)) return 'in-doubt';
      // An address that leads to no record here may be the resident's.
      return patient.others.has(target.url) ? 'another-patient' : 'no-subject';
    case 'conditional':
      return target.type === 'Patient' ? byIdentifier(target.system, target.value, patient) : 'not-a-person';
    case 'literal': {
      if (target.type !== 'Patient') return 'not-a-person';
      const base = target.base ?? baseOf(entry.fullUrl);
      if (mayBeTheResident(base, target.id, patient)) return 'in-doubt';
      if (target.id !== patient.id) return 'another-patient';
      // Without a base, an id that two servers use names nobody.
      if (base === null) return patient.isShared ? 'no-subject' : 'own';
      if (patient.url === null) return patient.isOnSeveralServers ? 'no-subject' : 'own';
      return `${base}/Patient/${target.id}` === patient.url ? 'own' : 'another-patient';
    }
  }
}

/** The id of another Patient that may be a second record of the resident. */
function mayBeTheResident(
  base: string | null,
  id: string,
  { maybeTheResident, url }: AddressAmongOthers,
): boolean {
  const local = `Patient/${id}`;
  if (base === null) return maybeTheResident.has(local);
  return (
    `${base}/${local}` !== url && (maybeTheResident.has(`${base}/${local}`) || maybeTheResident.has(local))
  );
}

function byContained(id: string, raw: JsonObject, patient: AddressAmongOthers): Belonging {
  const found = listAt(raw, 'contained').find((item) => textAt(item, 'id') === id);
  if (!isObject(found)) return 'no-subject';
  if (found['resourceType'] !== 'Patient') return 'not-a-person';
  const numbers = identifiersOf(found).map((number) => ({
    number,
    verdict: byIdentifier(number.system, number.value, patient),
  }));
  if (numbers.some(({ verdict }) => verdict === 'own')) {
    // The resident's number is a doubt beside a number that is not the resident's, or beside another person's
    // name and birth date.
    const isDoubtful = numbers.some(({ number, verdict }) => isNumberedOtherwise(number, verdict));
    const isAnother = patient.raw !== null && isAnotherPerson(found, patient.raw);
    return isDoubtful || isAnother ? 'in-doubt' : 'own';
  }
  return numbers.some(({ verdict }) => verdict === 'another-patient') ? 'another-patient' : 'no-subject';
}

function byIdentifier(system: string | null, value: string, patient: AddressAmongOthers): Belonging {
  // A number without a system names nobody for certain.
  if (system === null) return 'no-subject';
  const isIt = (one: { readonly system: string | null; readonly value: string }) =>
    one.system === system && one.value === value;
  if (patient.identifiers.some(isIt)) return patient.sharedNumbers.some(isIt) ? 'in-doubt' : 'own';
  if (patient.superseded.some(isIt)) return 'in-doubt';
  // If the resident has no number of this kind, nothing shows whose this one is, unless another Patient here
  // has it.
  const isKnown =
    patient.identifiers.some((own) => own.system === system) || patient.numbersOfOthers.some(isIt);
  return isKnown ? 'another-patient' : 'no-subject';
}
