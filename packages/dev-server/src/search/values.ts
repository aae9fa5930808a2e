import { evalFhirPathTyped } from '@medplum/core';
import { fhirPathOf, type SearchParameterRule } from '../definitions/search-parameters.ts';
import type { FhirResource } from '../resource.ts';

/** The values of a search parameter in a resource, in document order. */
export function valuesOf(resource: FhirResource, rule: SearchParameterRule): unknown[] {
  const typed = { type: resource.resourceType, value: resource };
  try {
    return evalFhirPathTyped(fhirPathOf(rule), [typed]).map((found) => found.value as unknown);
  } catch {
    // Loaded data may not have the shape that the definition expects. Then the parameter has no values.
    return [];
  }
}
