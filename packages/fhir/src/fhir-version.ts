import { isObject, listAt, textAt, type JsonObject } from './entry.ts';
import { PROFILE_SIGNS, SIGNS, VERSION_NUMBERS, type FhirVersion } from './version-signs.ts';

export interface Vote {
  readonly version: FhirVersion;
  readonly evidence: string;
}

/** What each resource shows of its version: by a number it states, its type, its profiles and its fields. */
export function votesOf(raw: JsonObject): readonly Vote[] {
  const type = textAt(raw, 'resourceType') ?? '';
  const stated = VERSION_NUMBERS.get((textAt(raw, 'fhirVersion') ?? '').slice(0, 3));
  const signs = Object.entries(SIGNS) as [FhirVersion, (typeof SIGNS)[FhirVersion]][];
  return [
    ...(stated === undefined ? [] : [{ version: stated, evidence: `${type}.fhirVersion` }]),
    ...signs.flatMap(([version, { types = '' }]) =>
      types.split(' ').includes(type) ? [{ version, evidence: `type ${type}` }] : [],
    ),
    ...profileVotes(raw),
    ...signs.flatMap(([version, { fields = {} }]) =>
      (Object.hasOwn(fields, type) ? (fields[type] ?? '') : '').split(' ').flatMap((sign) => {
        const [field = '', shape] = sign.split(':');
        return hasShape(raw[field], shape) ? [{ version, evidence: `${type}.${field}` }] : [];
      }),
    ),
  ];
}

function hasShape(value: unknown, shape: string | undefined): boolean {
  if (value === undefined || value === null) return false;
  return shape === undefined || shape === (Array.isArray(value) ? 'list' : typeof value);
}

function profileVotes(raw: JsonObject): readonly Vote[] {
  return listAt(raw['meta'], 'profile').flatMap((profile): Vote[] => {
    const sign = PROFILE_SIGNS.find(([pattern]) => typeof profile === 'string' && pattern.test(profile));
    return sign === undefined ? [] : [{ version: sign[1], evidence: sign[2] }];
  });
}

/** The version that most votes are for; `null` without any. */
export function winner(votes: readonly Vote[]): FhirVersion | null {
  const counts = new Map<FhirVersion, number>();
  for (const { version } of votes) counts.set(version, (counts.get(version) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a)[0];
  return most?.[0] ?? null;
}

/** The resources that stand in a value, one level down, which is where the entries of a Bundle are. */
export function resourcesIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(resourcesIn);
  if (!isObject(value)) return [];
  if (textAt(value, 'resourceType') === null)
    return 'resource' in value ? resourcesIn(value['resource']) : [];
  const entries = value['resourceType'] === 'Bundle' ? listAt(value, 'entry') : [];
  const nested = entries.flatMap((entry) => (isObject(entry) ? resourcesIn(entry['resource']) : []));
  return [value, ...nested];
}

/**
 * The version of a resource, or the one that most resources of a list show. Where nothing speaks for a version, FHIR JSON
 * counts as R4, because what R4 and its neighbours share reads the same in each; so does what is no FHIR at all, and the
 * reader says of each why it cannot be read.
 */
export function versionOf(value: unknown): FhirVersion {
  return winner(resourcesIn(value).flatMap(votesOf)) ?? 'R4';
}

/** The version that one resource shows by itself; `null` when it could be any. */
export function versionShownBy(raw: JsonObject): FhirVersion | null {
  return winner(votesOf(raw));
}
