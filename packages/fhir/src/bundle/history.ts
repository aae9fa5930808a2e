import { isObject, textAt, type JsonObject } from '../entry.ts';
import { addressOf, readTarget } from '../reference.ts';

/**
 * The newest row of each record of a history. A record whose newest row is its deletion is not there any more. R4 lists the
 * newest first; a server that does not is known by its own times.
 */
export function latestOfEach(list: readonly unknown[]): readonly unknown[] {
  const names = namesOf(list);
  const newest = new Map<string, JsonObject>();
  for (const row of list) {
    const name = names.get(row) ?? null;
    if (!isObject(row) || name === null) continue;
    const other = newest.get(name);
    if (other === undefined || timeOf(row) > timeOf(other)) newest.set(name, row);
  }
  const latest = new Set<unknown>(newest.values());
  return list.filter((row) => !names.has(row) || latest.has(row));
}

/** Not a number where the row does not say when. */
function timeOf(row: JsonObject): number {
  const { resource, response } = row;
  const updated = isObject(resource) ? textAt(resource['meta'], 'lastUpdated') : null;
  return Date.parse(updated ?? textAt(response, 'lastModified') ?? '');
}

/**
 * One name for all rows of a record: its address, or its type and id where a row came without one. A deletion often does, and
 * then it is of the record that alone has this type and id.
 */
function namesOf(list: readonly unknown[]): ReadonlyMap<unknown, string> {
  const rows = list.filter((row) => isObject(row));
  const addresses = new Map<string, Set<string>>();
  for (const row of rows) {
    const address = addressIn(row);
    const local = localIn(row);
    if (address !== null && local !== null)
      addresses.set(local, (addresses.get(local) ?? new Set()).add(address));
  }
  return new Map(
    rows.flatMap((row): readonly (readonly [unknown, string])[] => {
      const local = localIn(row);
      const [only, ...more] = addresses.get(local ?? '') ?? [];
      const name = addressIn(row) ?? (more.length === 0 ? only : undefined) ?? local;
      return name === null ? [] : [[row, name]];
    }),
  );
}

function addressIn(row: JsonObject): string | null {
  return addressOf(textAt(row, 'fullUrl')) ?? addressOf(requestUrl(row));
}

function localIn(row: JsonObject): string | null {
  const type = textAt(row['resource'], 'resourceType');
  const id = textAt(row['resource'], 'id');
  if (type !== null && id !== null) return `${type}/${id}`;
  const target = readTarget(requestUrl(row) ?? textAt(row, 'fullUrl'));
  return target?.kind === 'literal' ? `${target.type}/${target.id}` : null;
}

function requestUrl(row: JsonObject): string | null {
  return textAt(row['request'], 'url')?.replace(/\/_history\/.*$/, '') ?? null;
}
