import { createHash } from 'node:crypto';
import { isResourceType } from '../definitions/patient-compartment.ts';
import { rewriteReferences } from '../http/rewrite-references.ts';
import { isLegalId, type FhirResource } from '../resource.ts';
import type { Found } from './read-file.ts';

/** The resources of a file after each has an id. */
export interface Placed {
  readonly resources: readonly (FhirResource & { readonly id: string })[];
  /** The number of resources without an id that is legal in FHIR. */
  readonly givenAnId: number;
  /** The types of resources that a server does not store. */
  readonly notStored: readonly string[];
}

/** Gives every resource of a file an id and points the file's references to it. Legal ids are kept. */
export function placeResources(found: readonly Found[], file: string): Placed {
  const places = new Map<string, string>();
  const notStored: string[] = [];
  const kept: { found: Found; id: string }[] = [];
  let givenAnId = 0;
  for (const [index, one] of found.entries()) {
    const { resourceType, id } = one.resource;
    if (!isResourceType(resourceType) || resourceType === 'OperationOutcome') {
      notStored.push(resourceType);
      continue;
    }
    const place = idFor(one, `${file}#${index}`);
    if (place !== id) givenAnId += 1;
    if (typeof id === 'string' && place !== id)
      places.set(`${resourceType}/${id}`, `${resourceType}/${place}`);
    if (one.fullUrl !== null) places.set(one.fullUrl, `${resourceType}/${place}`);
    kept.push({ found: one, id: place });
  }
  const resources = kept.map(({ found: { resource }, id }) => ({
    ...(rewriteReferences(resource, (reference) => places.get(reference)) as FhirResource),
    id,
  }));
  return { resources, givenAnId, notStored };
}

function idFor({ resource, fullUrl }: Found, place: string): string {
  if (typeof resource.id === 'string' && isLegalId(resource.id)) return resource.id;
  const uuid = /^urn:uuid:([0-9a-f-]{36})$/i.exec(fullUrl ?? '')?.[1];
  // A hash of the position, so that the same data get the same ids at every start.
  return uuid ?? createHash('sha256').update(place).digest('hex').slice(0, 32);
}
