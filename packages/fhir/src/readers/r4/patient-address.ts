import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { addressOf, baseOf, readTarget } from '../../reference.ts';
import { amongOthers } from './other-patients.ts';
import { identifiersIn, identifiersOf, type PatientIdentifier } from './patient-identifiers.ts';

/** Everything by which another record may name the resident. */
export interface PatientAddress {
  readonly id: string | null;
  /** The full address, where it is known; with it, the same id on another server is another person. */
  readonly url: string | null;
  readonly urn: string | null;
  readonly identifiers: readonly PatientIdentifier[];
  /** Numbers that were hers once, and may have been given to somebody else's record. */
  readonly superseded: readonly PatientIdentifier[];
  readonly raw: JsonObject | null;
}

/** The address, with what else is here that may be taken for it. */
export interface AddressAmongOthers extends PatientAddress {
  /** Another Patient has the same id on another server, so that the id alone names nobody. */
  readonly isShared: boolean;
  /** The records here name her id on more than one server, and nothing says which of them is hers. */
  readonly isOnSeveralServers: boolean;
  /** The addresses under which the other Patients were found. */
  readonly others: ReadonlySet<string>;
  /** Addresses, or `Patient/id`, of records that may be hers as well: linked with hers, or under the same number. */
  readonly maybeHers: ReadonlySet<string>;
  /** Her numbers that another Patient has too, who was not born on the same day. */
  readonly sharedNumbers: readonly PatientIdentifier[];
  readonly numbersOfOthers: readonly PatientIdentifier[];
}

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

/** The servers on which a record that names her id was found, or names it. */
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

/** Whether this Patient record is the one that was asked for, by logical id or by full address. */
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
