import { evalFhirPathTyped } from '@medplum/core';
import { fhirPathOf, type SearchParameterRule } from '../definitions/search-parameters.ts';
import type { FhirResource } from '../resource.ts';

/** What a search parameter finds in a resource, in document order. */
export function valuesOf(resource: FhirResource, rule: SearchParameterRule): unknown[] {
  const typed = { type: resource.resourceType, value: resource };
  try {
    return evalFhirPathTyped(fhirPathOf(rule), [typed]).map((found) => found.value as unknown);
  } catch {
    // Somebody's data may have another shape than the definition expects. Then there is nothing to find.
    return [];
  }
}
