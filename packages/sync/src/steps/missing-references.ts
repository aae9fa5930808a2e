import { eachInSteps, isObject, textAt, type Steps } from '@ehch/fhir';

/**
 * Returns the resources that others refer to and that no answer contains, such as a medicine or a room's home. A server
 * that supports `_include` sends them along; the engine asks for the others by id.
 */
export function* missingReferences(
  resources: Iterable<unknown>,
): Steps<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Map<string, Set<string>>();
  const held = new Set<string>();
  yield* eachInSteps(resources, (resource) => {
    held.add(`${textAt(resource, 'resourceType')}/${textAt(resource, 'id')}`);
    for (const reference of referencesIn(resource)) {
      const [, type, id] = LOCAL.exec(reference) ?? [];
      if (type && id) wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
    }
  });
  return new Map(
    [...wanted]
      .map(
        ([type, ids]) => [type, [...ids].filter((id) => !held.has(`${type}/${id}`)).slice(0, MOST)] as const,
      )
      .filter(([, ids]) => ids.length > 0),
  );
}

/** Ids for each type: enough for the longest list of medicines. More would make the first screen wait. */
const MOST = 60;

/** The types that are asked for by id, because residents share them. */
export const SHARED_TYPES: ReadonlySet<string> = new Set([
  'Medication',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'Organization',
]);

const LOCAL = new RegExp(`^(${[...SHARED_TYPES].join('|')})/([A-Za-z0-9.-]{1,64})(?:/_history/.+)?$`);

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* referencesIn(one);
  else if (isObject(value)) {
    const { reference, display } = value;
    if (typeof reference === 'string' && (typeof display !== 'string' || saysMore(reference)))
      yield reference;
    for (const one of Object.values(value)) yield* referencesIn(one);
  }
}

/**
 * Whether the resource says more than its reference's `display`. Only a Location says what it is part of, and so
 * whether it is the resident's room. Only an Organization has a telephone number.
 */
function saysMore(reference: string): boolean {
  return /^(Location|Organization)\//.test(reference);
}
