import { isObject, listAt, textAt, type JsonObject } from './entry.ts';
import { atOnce, flatMapInSteps, type Steps } from './steps.ts';
import { PROFILE_SIGNS, SIGNS, VERSION_NUMBERS, type FhirVersion } from './version-signs.ts';

/**
 * A sign that a resource is of one FHIR version. `evidence` names types and fields, and never holds content.
 */
export interface Vote {
  readonly version: FhirVersion;
  readonly evidence: string;
  readonly weight: number;
}

/**
 * A stated number or a type that only one version has is certain. An element that R4 lacks is a sign. An odd
 * shape may be a slip.
 */
const WEIGHT = { stated: 10, profile: 5, element: 3, shape: 1 } as const;

/** From this weight on, a sign of another version is more than a slip. */
const SIGN: number = WEIGHT.element;

/**
 * An element that tells the versions apart: its path, and its shape where R4 gives the element another shape.
 */
interface ElementSign {
  readonly version: FhirVersion;
  readonly path: readonly string[];
  readonly shape: string | undefined;
}

/** Signs by resource type, so that no resource is judged by the elements of another type. */
const VERSIONS = Object.entries(SIGNS) as [FhirVersion, (typeof SIGNS)[FhirVersion]][];
const VERSION_OF_TYPE: ReadonlyMap<string, FhirVersion> = new Map(
  VERSIONS.flatMap(([version, { types = [] }]) => types.map((type) => [type, version] as const)),
);
const ELEMENT_SIGNS = Map.groupBy(
  VERSIONS.flatMap(([version, { fields = {} }]) =>
    Object.entries(fields).flatMap(([type, signs]) =>
      signs.map((sign): ElementSign & { type: string } => {
        // `clinicalStatus:string` is the element `clinicalStatus` with the shape `string`.
        const [path = '', shape] = sign.split(':');
        return { type, version, path: path.split('.'), shape };
      }),
    ),
  ),
  ({ type }): string => type,
);

/** The signs of a version in one resource: a stated number, its type, its profiles and its elements. */
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
      // R4's own elements occur in neighbouring versions too, so they weigh little.
      const weight = shape === undefined && version !== 'R4' ? WEIGHT.element : WEIGHT.shape;
      return [{ version, evidence: `${type}.${path.join('.')}`, weight }];
    }),
  ];
}

/** All values at a path, through any lists on the way. */
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

/** The version with the most weight. R4 wins a tie. `null`: there are no votes. */
export function winner(votes: readonly Vote[]): FhirVersion | null {
  const weights = new Map<FhirVersion, number>();
  for (const { version, weight } of votes) weights.set(version, (weights.get(version) ?? 0) + weight);
  const isR4 = (version: FhirVersion) => Number(version === 'R4');
  const most = [...weights].toSorted(([v, a], [w, b]) => b - a || isR4(w) - isR4(v))[0];
  return most?.[0] ?? null;
}

/** The resources in a value, and those in the entries of a Bundle, one level down. */
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
 * The version of a resource, or of most resources in a list. Each resource has one vote.
 * Another version wins only if at least one resource shows more than an odd shape. So one odd status never
 * refuses a whole record: that resource alone is set aside (`versionShownBy`).
 * FHIR JSON without any sign counts as R4, because R4 and its neighbours read the same there. So does JSON
 * that is not FHIR: the reader says of each item why it cannot be read.
 */
export function versionOf(value: unknown): FhirVersion {
  return atOnce(versionInSteps(value));
}

/** The same, giving way. */
export function* versionInSteps(value: unknown): Steps<FhirVersion> {
  const shown = yield* flatMapInSteps(resourcesIn(value), (raw) => [votesOf(raw)]);
  const voices = shown.flatMap((votes): readonly Vote[] => {
    const version = winner(votes);
    return version === null ? [] : [{ version, evidence: '', weight: 1 }];
  });
  const version = winner(voices) ?? 'R4';
  const isSure = shown.some((votes) => votes.some((vote) => vote.version === version && vote.weight >= SIGN));
  return isSure ? version : 'R4';
}

/** The version that one resource shows by itself. `null`: it could be of any version. */
export function versionShownBy(raw: JsonObject): FhirVersion | null {
  return winner(votesOf(raw));
}
