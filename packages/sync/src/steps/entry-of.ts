import { hasEscapedName, textAt, type Entry } from '@ehch/fhir';
import type { StoredResource } from '@ehch/store';
import { addressOn } from '../pages/page-rows.ts';

/** A stored resource as the reader takes it: with the address under which the server has it. */
export function entryOf({ text, type, fullUrl }: StoredResource, base: string): Entry {
  // Guard: nobody can tell what it says, so it counts as unreadable (docs/data.md).
  if (hasEscapedName(text)) return { fullUrl: fullUrl ?? null, resource: null, lostType: type };
  const resource: unknown = JSON.parse(text);
  const id = textAt(resource, 'id');
  return { fullUrl: fullUrl ?? (id === null ? null : addressOn(base, type, id)), resource };
}
