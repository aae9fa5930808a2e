import type { CompartmentDefinition } from '@medplum/fhirtypes';
import { readDefinition } from './read-definition.ts';

// HL7's compartment lists every stored resource type, so no list of our own can fall behind.
const definition = readDefinition('compartmentdefinition-patient.json') as CompartmentDefinition;

/** Every resource type of R4 that a server stores, in alphabetical order. */
export const RESOURCE_TYPES: readonly string[] = (definition.resource ?? []).map((entry) => entry.code);

const known = new Set(RESOURCE_TYPES);

export function isResourceType(name: string): boolean {
  return known.has(name);
}

/** The search parameters that put a resource into a patient's compartment, by type. */
export const PATIENT_COMPARTMENT: ReadonlyMap<string, readonly string[]> = new Map(
  (definition.resource ?? []).flatMap((entry) => (entry.param ? [[entry.code, entry.param] as const] : [])),
);
