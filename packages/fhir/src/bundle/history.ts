import { isObject, textAt, type JsonObject } from '../entry.ts';
import { addressOf } from '../reference.ts';

/**
 * The newest row of each record of a history. A record whose newest row is its deletion is not there any more. R4 lists the
 * newest first; a server that does not is known by its own times.
 */
export function latestOfEach(list: readonly unknown[]): readonly unknown[] {
  const newest = new Map<string, JsonObject>();
  for (const row of list) {
    const name = isObject(row) ? nameOf(row) : null;
    if (!isObject(row) || name === null) continue;
    const other = newest.get(name);
    if (other === undefined || timeOf(row) > timeOf(other)) newest.set(name, row);
  }
  const latest = new Set<unknown>(newest.values());
  return list.filter((row) => !isObject(row) || nameOf(row) === null || latest.has(row));
}

/** Not a number where the row does not say when. */
function timeOf(row: JsonObject): number {
  const { resource, response } = row;
  const updated = isObject(resource) ? textAt(resource['meta'], 'lastUpdated') : null;
  return Date.parse(updated ?? textAt(response, 'lastModified') ?? '');
}

function nameOf(row: JsonObject): string | null {
  const address = addressOf(textAt(row, 'fullUrl'));
  if (address !== null) return address;
  const type = textAt(row['resource'], 'resourceType');
  const id = textAt(row['resource'], 'id');
  if (type !== null && id !== null) return `${type}/${id}`;
  return textAt(row['request'], 'url')?.replace(/\/_history\/.*$/, '') ?? null;
}
