import { isObject, listAt, textAt, type JsonObject } from './entry.ts';
import { PROFILE_SIGNS, SIGNS, VERSION_NUMBERS, type FhirVersion } from './version-signs.ts';

export interface Vote {
  readonly version: FhirVersion;
  readonly evidence: string;
  readonly weight: number;
}

/** A stated number or a type of its own is sure; an element that R4 does not have is a sign; an odd shape may be a slip. */
const WEIGHT = { stated: 10, profile: 5, element: 3, shape: 1 } as const;

/** From this weight on, what speaks for another version is more than a slip. */
const SIGN: number = WEIGHT.element;

/** An element that tells a version: its path, and its shape where R4 has it in another one. */
interface ElementSign {
  readonly version: FhirVersion;
  readonly path: readonly string[];
  readonly shape: string | undefined;
}

/** The signs by the resource type that shows them, so that no resource is held against those of other types. */
const VERSIONS = Object.entries(SIGNS) as [FhirVersion, (typeof SIGNS)[FhirVersion]][];
const VERSION_OF_TYPE: ReadonlyMap<string, FhirVersion> = new Map(
  VERSIONS.flatMap(([version, { types = [] }]) => types.map((type) => [type, version] as const)),
);
const ELEMENT_SIGNS = Map.groupBy(
  VERSIONS.flatMap(([version, { fields = {} }]) =>
    Object.entries(fields).flatMap(([type, signs]) =>
      signs.map((sign): ElementSign & { type: string } => {
        const [path = '', shape] = sign.split(':');
        return { type, version, path: path.split('.'), shape };
      }),
    ),
  ),
  ({ type }): string => type,
);

/** What each resource shows of its version: by a number it states, its type, its profiles and its elements. */
export function votesOf(raw: JsonObject): readonly Vote[] {
  const type = textAt(raw, 'resourceType') ?? '';
  const stated = VERSION_NUMBERS.get((textAt(raw, 'fhirVersion') ?? '').slice(0, 3));
  const ofType = VERSION_OF_TYPE.get(type);
  return [
    ...(stated === undefined
      ? []
      : [{ version: stated, evidence: `${type}.fhirVersion`, weight: WEIGHT.stated }]),
    ...(ofType === undefined ? [] : [{ version: ofType, evidence: `type ${type}`, weight: WEIGHT.stated }]),
    ...profileVotes(raw),
    ...(ELEMENT_SIGNS.get(type) ?? []).flatMap(({ version, path, shape }): readonly Vote[] => {
      if (!valuesAt(raw, path).some((value) => hasShape(value, shape))) return [];
      // What R4 has, its neighbours have as well.
      const weight = shape === undefined && version !== 'R4' ? WEIGHT.element : WEIGHT.shape;
      return [{ version, evidence: `${type}.${path.join('.')}`, weight }];
    }),
  ];
}

/** What stands at a path, through whatever lists are on the way. */
function valuesAt(value: unknown, path: readonly string[], place = 0): readonly unknown[] {
  const key = path[place];
  if (key === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path, place));
  return isObject(value) ? valuesAt(value[key], path, place + 1) : [];
}

function hasShape(value: unknown, shape: string | undefined): boolean {
  if (value === undefined || value === null) return false;
  return shape === undefined || shape === (Array.isArray(value) ? 'list' : typeof value);
}

function profileVotes(raw: JsonObject): readonly Vote[] {
  return listAt(raw['meta'], 'profile').flatMap((profile): Vote[] => {
    const sign = PROFILE_SIGNS.find(([pattern]) => typeof profile === 'string' && pattern.test(profile));
    return sign === undefined ? [] : [{ version: sign[1], evidence: sign[2], weight: WEIGHT.profile }];
  });
}

/** The version with most weight behind it, R4 where another has no more; `null` without any vote. */
export function winner(votes: readonly Vote[]): FhirVersion | null {
  const weights = new Map<FhirVersion, number>();
  for (const { version, weight } of votes) weights.set(version, (weights.get(version) ?? 0) + weight);
  const isR4 = (version: FhirVersion) => Number(version === 'R4');
  const most = [...weights].toSorted(([v, a], [w, b]) => b - a || isR4(w) - isR4(v))[0];
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
 * The version of a resource, or the one that most resources of a list show: each has one voice, and R4 is left only for a
 * version of which at least one resource shows more than an odd shape. So one odd status never refuses a whole record; its
 * own resource is set aside by itself (`versionShownBy`).
 *
 * Where nothing speaks for a version, FHIR JSON counts as R4, because what R4 and its neighbours share reads the same in
 * each; so does what is no FHIR at all, and the reader says of each why it cannot be read.
 */
export function versionOf(value: unknown): FhirVersion {
  const shown = resourcesIn(value).map(votesOf);
  const voices = shown.flatMap((votes): readonly Vote[] => {
    const version = winner(votes);
    return version === null ? [] : [{ version, evidence: '', weight: 1 }];
  });
  const version = winner(voices) ?? 'R4';
  const isSure = shown.some((votes) => votes.some((vote) => vote.version === version && vote.weight >= SIGN));
  return isSure ? version : 'R4';
}

/** The version that one resource shows by itself; `null` when it could be any. */
export function versionShownBy(raw: JsonObject): FhirVersion | null {
  return winner(votesOf(raw));
}
