import { isObject, textAt, type Entry } from '../../entry.ts';
import { isTooDeep } from '../../json.ts';

/** An entry, and where it stood in what was given. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly place: number;
}

/**
 * The entries in an order of their own: by type, id, address, then content. Servers give the same record in different
 * orders, and what is read of it must not depend on that: neither which of two equals leads nor any id.
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

/** By code unit: the order of a language would differ between browsers. What is not there comes last. */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Asked only of entries that are the same in all else. What is nested too deep is not read, so its content says nothing. */
function contentOf({ resource }: Entry): string | null {
  if (isObject(resource) && isTooDeep(resource)) return null;
  return JSON.stringify(resource) ?? null;
}
