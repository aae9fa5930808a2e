import { readInstant, type Instant } from '@ehch/clinical/time';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { isMomentAhead } from '../moment-ahead.ts';
import { addressOf, readTarget } from '../reference.ts';

/**
 * The newest version of each record in a history. A record whose newest version is its deletion no longer
 * exists.
 * R4 lists the newest version first. Where a server does not, the times and the numbers of the versions decide. Where
 * these contradict each other, both versions stay, and the reader doubts them.
 */
export function latestOfEach(list: readonly unknown[], now: Instant | null = null): readonly unknown[] {
  const names = namesOf(list);
  const rows = list.filter((row) => isObject(row)).filter((row) => names.has(row));
  const older = new Set<unknown>();
  for (const versions of Map.groupBy(rows, (row) => names.get(row)).values())
    for (const [at, row] of versions.entries())
      if (versions.some((other, place) => place !== at && isOlder([row, at], [other, place], now)))
        older.add(row);
  const left = Map.groupBy(
    rows.filter((row) => !older.has(row)),
    (row) => names.get(row),
  );
  return list
    .filter((row) => !older.has(row))
    .map((row) => ((left.get(names.get(row))?.length ?? 0) > 1 ? dated(row) : row));
}

/** A version that carries its own time, because its record is compared with another version later. */
function dated(row: unknown): unknown {
  const { resource, response } = row as JsonObject;
  const at = textAt(response, 'lastModified');
  if (!isObject(resource) || at === null) return row;
  const meta = isObject(resource['meta']) ? resource['meta'] : {};
  return { ...(row as JsonObject), resource: { ...resource, meta: { lastUpdated: at, ...meta } } };
}

type Listed = readonly [row: JsonObject, place: number];

/** Whether one version is older than another: by its time and number, else by its place in the list. */
function isOlder([row, place]: Listed, [other, otherPlace]: Listed, now: Instant | null): boolean {
  const later = [timeOf(other, now) - timeOf(row, now), numberOf(other) - numberOf(row)].filter(
    (difference) => !Number.isNaN(difference) && difference !== 0,
  );
  return later.length === 0 ? otherPlace < place : later.every((difference) => difference > 0);
}

/** Milliseconds since 1970. `NaN` where the version has no time, or one that has not come. */
function timeOf(row: JsonObject, now: Instant | null): number {
  const { resource, response } = row;
  const updated = isObject(resource) ? textAt(resource['meta'], 'lastUpdated') : null;
  const text = updated ?? textAt(response, 'lastModified') ?? '';
  return isMomentAhead(text, now) ? Number.NaN : (readInstant(text) ?? Number.NaN);
}

/** The number of the version. `NaN` where it has none, or a name. */
function numberOf({ resource }: JsonObject): number {
  const version = isObject(resource) ? (textAt(resource['meta'], 'versionId') ?? '') : '';
  return /^\d+$/.test(version) ? Number(version) : Number.NaN;
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
