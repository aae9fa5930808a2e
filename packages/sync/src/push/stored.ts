import { isObject, textAt } from '@ehch/fhir';
import type { StoredResource } from '@ehch/store';
import { rawAt } from '../raw-json/value-at.ts';
import { jsonOf } from './answer.ts';

/** A resource's text as a cached copy. `null`: it is no resource of this type. */
export function storedOf(text: string, type: string): StoredResource | null {
  const value = jsonOf(text);
  const id = textAt(value, 'id');
  if (textAt(value, 'resourceType') !== type || id === null) return null;
  const meta = isObject(value) ? value['meta'] : null;
  return {
    type,
    id,
    version: textAt(meta, 'versionId'),
    updated: textAt(meta, 'lastUpdated'),
    text: text.trim(),
  };
}

/** The resource of an entry of a Bundle, in the server's own characters. Empty: the entry brings none. */
export function entryText(bundle: string, at: number): string {
  return rawAt(bundle, ['entry', at, 'resource']) ?? '';
}
