import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { addressOf, baseOf, readTarget } from '../../reference.ts';
import { amongOthers } from './other-patients.ts';
import { identifiersIn, identifiersOf, type PatientIdentifier } from './patient-identifiers.ts';

/** All addresses and identifiers by which another record may name the resident. */
export interface PatientAddress {
  readonly id: string | null;
  /** The full address, where known. With it, the same id on another server is another person. */
  readonly url: string | null;
  readonly urn: string | null;
  readonly identifiers: readonly PatientIdentifier[];
  /** Old identifiers of the resident. Another record may have them now. */
  readonly superseded: readonly PatientIdentifier[];
  readonly raw: JsonObject | null;
}

/** The address of the resident, with the other records that could be mistaken for it. */
export interface AddressAmongOthers extends PatientAddress {
  /** Another Patient has the same id on another server, so the id alone names nobody. */
  readonly isShared: boolean;
  /**
   * The records name the resident's id on several servers, and nothing shows which server is the right one.
   */
  readonly isOnSeveralServers: boolean;
  /** The addresses of the other Patients. */
  readonly others: ReadonlySet<string>;
  /**
   * Addresses, or `Patient/id`, of other records that may be the resident's: linked with the resident's
   * record, or with the same identifier.
   */
  readonly maybeTheResident: ReadonlySet<string>;
  /** Identifiers of the resident that a Patient with another birth date also has. */
  readonly sharedNumbers: readonly PatientIdentifier[];
  readonly numbersOfOthers: readonly PatientIdentifier[];
}

/** Adds to the resident's address what the other records mean for it. */
export function withOthers(address: PatientAddress, entries: readonly Entry[]): AddressAmongOthers {
  const patients = entries.filter(({ resource }) => textAt(resource, 'resourceType') === 'Patient');
  const all = patients.flatMap(({ fullUrl }) => addressOf(fullUrl) ?? []);
  const others = new Set(all.filter((url) => url !== address.url && url !== address.urn));
  const isShared = [...others].some((url) => address.id !== null && url.endsWith(`/Patient/${address.id}`));
  return {
    ...address,
    others,
    isShared,
    isOnSeveralServers: serversNaming(address, entries).size > 1,
    ...amongOthers(address, patients),
  };
}

/** The servers that hold or name a record about the resident's id. */
function serversNaming({ id }: PatientAddress, entries: readonly Entry[]): ReadonlySet<string> {
  const bases = entries.flatMap(({ fullUrl, resource }) => {
    const subjects = ['subject', 'patient', 'for'].map((field) =>
      readTarget(isObject(resource) ? textAt(resource[field], 'reference') : null),
    );
    const named = subjects.find((target) => target?.kind === 'literal' && target.type === 'Patient');
    if (named?.kind !== 'literal' || named.id !== id) return [];
    return named.base ?? baseOf(fullUrl) ?? [];
  });
  return new Set(bases);
}

/** Whether this Patient is the one that was asked for, by logical id or by full address. */
export function isAskedFor(asked: string, fullUrl: string | null, raw: JsonObject): boolean {
  const wanted = readTarget(asked);
  const url = addressOf(fullUrl);
  if (wanted?.kind === 'urn') return url === wanted.url;
  const id = wanted?.kind === 'literal' ? wanted.id : asked;
  if (wanted?.kind === 'literal' && wanted.base !== null && url?.startsWith('http') === true) {
    return url === addressOf(asked);
  }
  const at = readTarget(fullUrl);
  return (
    textAt(raw, 'id') === id ||
    url === `urn:uuid:${id.toLowerCase()}` ||
    (at?.kind === 'literal' && at.type === 'Patient' && at.id === id)
  );
}

/**
 * All addresses and identifiers of the resident, from the request and from the Patient record, where there is
 * one.
 */
export function addressOfPatient(
  asked: string,
  fullUrl: string | null,
  raw: JsonObject | null,
): PatientAddress {
  const wanted = readTarget(asked);
  const found = addressOf(fullUrl);
  const askedUrl = addressOf(asked);
  const named = wanted?.kind === 'literal' ? wanted.id : wanted === null ? asked : null;
  return {
    id: textAt(raw, 'id') ?? named,
    url: found?.startsWith('http') === true ? found : askedUrl?.startsWith('http') === true ? askedUrl : null,
    urn: found?.startsWith('urn:') === true ? found : wanted?.kind === 'urn' ? wanted.url : null,
    identifiers: identifiersOf(raw),
    superseded: identifiersIn(raw, (use) => use === 'old'),
    raw,
  };
}
