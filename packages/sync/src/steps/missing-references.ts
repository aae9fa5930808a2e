import { isObject, textAt } from '@ehch/fhir';

/**
 * Resources that others point to by name and that no answer has brought: a medicine's name, a room's home.
 * A server that knows `_include` sends them along; the rest are asked for by id.
 */
export function missingReferences(resources: readonly unknown[]): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, Set<string>>();
  const held = new Set<string>();
  for (const resource of resources) {
    held.add(`${textAt(resource, 'resourceType')}/${textAt(resource, 'id')}`);
    for (const reference of referencesIn(resource)) {
      const [, type, id] = LOCAL.exec(reference) ?? [];
      if (type && id) wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
    }
  }
  return new Map(
    [...wanted]
      .map(
        ([type, ids]) => [type, [...ids].filter((id) => !held.has(`${type}/${id}`)).slice(0, MOST)] as const,
      )
      .filter(([, ids]) => ids.length > 0),
  );
}

/** Enough for the longest list of medicines; a record that points to more is not worth the waiting. */
const MOST = 60;
const LOCAL =
  /^(Medication|Location|Practitioner|PractitionerRole|Organization)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/;

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
 * A reference that brings its own words needs no second question, except where the words are not all that is shown: only a
 * place says what it is part of, and so whether it is her room; only an organisation says how to ring it.
 */
function saysMore(reference: string): boolean {
  return /^(Location|Organization)\//.test(reference);
}
