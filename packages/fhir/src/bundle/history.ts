import { readInstant } from '@ehch/clinical/time';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { addressOf, readTarget } from '../reference.ts';

/**
 * The newest version of each record in a history. A record whose newest version is its deletion no longer
 * exists.
 * R4 lists the newest version first. Where a server does not, the times of the versions decide.
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

/** Milliseconds since 1970. `NaN` where the version has no time, so that the first one listed stays. */
function timeOf(row: JsonObject): number {
  const { resource, response } = row;
  const updated = isObject(resource) ? textAt(resource['meta'], 'lastUpdated') : null;
  return readInstant(updated ?? textAt(response, 'lastModified') ?? '') ?? Number.NaN;
}

/**
 * One name for all versions of a record: its address, else its type and id. A deletion often has no address.
 * It then belongs to the only record with that type and id.
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
