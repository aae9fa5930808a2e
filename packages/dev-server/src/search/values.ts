import { evalFhirPathTyped } from '@medplum/core';
import { fhirPathOf, type SearchParameterRule } from '../definitions/search-parameters.ts';
import { isObject, type FhirResource } from '../resource.ts';

/** The values of a search parameter in a resource, in document order. */
export function valuesOf(resource: FhirResource, rule: SearchParameterRule): unknown[] {
  return plainValues(resource, rule) ?? pathValues(resource, rule);
}

function pathValues(resource: FhirResource, rule: SearchParameterRule): unknown[] {
  const typed = { type: resource.resourceType, value: resource };
  try {
    return evalFhirPathTyped(fhirPathOf(rule), [typed]).map((found) => found.value as unknown);
  } catch {
    // Loaded data may not have the shape that the definition expects. Then the parameter has no values.
    return [];
  }
}

const PLAIN = /^[A-Z]\w*((?:\.[a-z]\w*)+)$/;
const plainPaths = new Map<string, readonly string[] | null>();

/**
 * Follows an expression of names alone, such as `Observation.subject`, which is most of them and what a search of a
 * whole home spends its time on. Null for any other, and where a name may stand for a choice, such as `value[x]`.
 */
function plainValues(resource: FhirResource, { expression }: SearchParameterRule): unknown[] | null {
  let path = plainPaths.get(expression);
  if (path === undefined) {
    path = PLAIN.exec(expression)?.[1]?.slice(1).split('.') ?? null;
    plainPaths.set(expression, path);
  }
  if (path === null) return null;
  let found: unknown[] = [resource];
  for (const name of path) {
    const next: unknown[] = [];
    for (const value of found) {
      if (!isObject(value)) continue;
      const part = value[name];
      if (Array.isArray(part)) next.push(...(part as unknown[]));
      else if (part !== undefined && part !== null) next.push(part);
      else if (mayBeChoice(value, name)) return null;
    }
    found = next;
  }
  return found;
}

function mayBeChoice(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.keys(value).some((key) => key.startsWith(name) && /[A-Z]/.test(key.charAt(name.length)));
}
