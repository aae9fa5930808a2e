import { isObject, type JsonObject } from '../../entry.ts';

/** A copy in which every reference to a temporary address is one to the id that the resource has now. */
export function addressed(resource: JsonObject, addresses: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).map(([key, value]) => [
      key,
      key === 'reference' && typeof value === 'string'
        ? (addresses.get(value) ?? value)
        : inside(value, addresses),
    ]),
  );
}

function inside(value: unknown, addresses: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(each, addresses));
  return isObject(value) ? addressed(value, addresses) : value;
}
