import { isObject, listAt, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { addressOf, readTarget } from '../../reference.ts';
import type { AddressAmongOthers, PatientAddress } from './patient-address.ts';
import { identifiersOf } from './patient-identifiers.ts';

type AmongOthers = Pick<AddressAmongOthers, 'maybeTheResident' | 'sharedNumbers' | 'numbersOfOthers'>;

/**
 * What the other Patients mean for the resident: which may be the same person, and which identifiers are
 * theirs.
 */
export function amongOthers(own: PatientAddress, patients: readonly Entry[]): AmongOthers {
  const others = patients.flatMap(({ fullUrl, resource }) =>
    isObject(resource) && !isOwn(own, fullUrl, resource) ? [{ fullUrl, raw: resource }] : [],
  );
  const linked = others.filter(({ raw }) => linksOf(raw).some((link) => namesOf(own).includes(link)));
  const numbered = others.filter(({ raw }) =>
    identifiersOf(raw).some((number) => has(own.identifiers, number)),
  );
  const numbersOfOthers = others.flatMap(({ raw }) => identifiersOf(raw));
  // The same number beside another birth date may be somebody else's.
  const strangers = numbered.filter(({ raw }) => birthOf(raw) !== birthOf(own.raw));
  return {
    maybeTheResident: new Set([
      ...linksOf(own.raw),
      ...[...linked, ...numbered].flatMap(({ fullUrl, raw }) => addressOf(fullUrl) ?? localName(raw) ?? []),
    ]),
    sharedNumbers: strangers
      .flatMap(({ raw }) => identifiersOf(raw))
      .filter((number) => has(own.identifiers, number)),
    numbersOfOthers,
  };
}

function isOwn({ id, url, urn, raw: own }: PatientAddress, fullUrl: string | null, raw: JsonObject): boolean {
  if (raw === own) return true;
  const address = addressOf(fullUrl);
  if (address !== null && (url ?? urn) !== null) return address === url || address === urn;
  return textAt(raw, 'id') === id;
}

/**
 * Any link between Patients (R4 replaced-by, replaces, refer, seealso) says that both may be the same person.
 */
function linksOf(raw: JsonObject | null): readonly string[] {
  return listAt(raw, 'link').flatMap((link) => {
    const reference = isObject(link) ? textAt(link['other'], 'reference') : null;
    const target = readTarget(reference);
    if (target?.kind === 'literal' && target.type === 'Patient' && target.base === null)
      return [`Patient/${target.id}`];
    return addressOf(reference) ?? [];
  });
}

function namesOf({ id, url, urn }: PatientAddress): readonly string[] {
  return [id === null ? null : `Patient/${id}`, url, urn].filter((name) => name !== null);
}

function localName(raw: JsonObject): string | null {
  const id = textAt(raw, 'id');
  return id === null ? null : `Patient/${id}`;
}

function has(
  numbers: PatientAddress['identifiers'],
  { system, value }: PatientAddress['identifiers'][number],
): boolean {
  return system !== null && numbers.some((one) => one.system === system && one.value === value);
}

// Only the day counts, because some senders add a time.
function birthOf(raw: JsonObject | null): string | null {
  return textAt(raw, 'birthDate')?.split('T')[0] ?? null;
}
