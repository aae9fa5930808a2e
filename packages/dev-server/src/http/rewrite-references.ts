import { isObject } from '../resource.ts';

/** Elements in which a transaction may refer to its own entries: http://hl7.org/fhir/R4/http.html#trules */
const REFERRING = new Set(['reference', 'url', 'uri', 'valueUri', 'valueUrl']);

/** Copies a value and replaces every reference that `replace` knows. */
export function rewriteReferences(
  value: unknown,
  replace: (reference: string) => string | undefined,
): unknown {
  if (Array.isArray(value)) return value.map((part) => rewriteReferences(part, replace));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      REFERRING.has(name) && typeof part === 'string'
        ? (replace(part) ?? part)
        : rewriteReferences(part, replace),
    ]),
  );
}
