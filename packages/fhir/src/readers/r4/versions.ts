import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { addressOf } from '../../reference.ts';

/** One name for each record, so that versions of the same record meet. */
export function keyOf(entry: Entry, raw: JsonObject, position: number): string {
  const id = textAt(raw, 'id');
  const type = textAt(raw, 'resourceType') ?? 'unknown';
  return addressOf(entry.fullUrl) ?? (id === null ? `${type}#${position}` : `${type}/${id}`);
}

/** Negative when `a` is the newer version of the same record. */
export function compareVersions(a: JsonObject, b: JsonObject): number {
  const changed = timeOf(b) - timeOf(a);
  if (changed !== 0 && !Number.isNaN(changed)) return changed;
  const version = versionOf(b) - versionOf(a);
  return Number.isNaN(version) ? 0 : version;
}

function timeOf(raw: JsonObject): number {
  return Date.parse(metaOf(raw, 'lastUpdated') ?? '');
}

function versionOf(raw: JsonObject): number {
  return Number(metaOf(raw, 'versionId') ?? Number.NaN);
}

function metaOf(raw: JsonObject, field: string): string | null {
  return isObject(raw['meta']) ? textAt(raw['meta'], field) : null;
}
