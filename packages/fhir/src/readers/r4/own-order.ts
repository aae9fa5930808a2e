import { isObject, textAt, type Entry } from '../../entry.ts';
import { isTooDeep } from '../../json.ts';

/** An entry, and its position in the input. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly place: number;
}

/**
 * The entries by type, id, address, then content. Servers return the same record in different orders, and the
 * reading must not depend on that: neither the ids of facts, nor which of two equal facts comes first.
 */
export function inOwnOrder(entries: readonly Entry[]): readonly PlacedEntry[] {
  return entries
    .map((entry, place) => ({ entry, place }))
    .toSorted((a, b) => compareEntries(a.entry, b.entry));
}

function compareEntries(a: Entry, b: Entry): number {
  return (
    compareTexts(textAt(a.resource, 'resourceType'), textAt(b.resource, 'resourceType')) ||
    compareTexts(textAt(a.resource, 'id'), textAt(b.resource, 'id')) ||
    compareTexts(a.fullUrl, b.fullUrl) ||
    compareTexts(contentOf(a), contentOf(b))
  );
}

/**
 * Compares by code unit, because the order of a language differs between browsers. Missing texts come last.
 */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Needed only for entries that are equal in all else. Content nested too deep is not read, so it does not
 * count.
 */
function contentOf({ resource }: Entry): string | null {
  if (isObject(resource) && isTooDeep(resource)) return null;
  return JSON.stringify(resource) ?? null;
}
