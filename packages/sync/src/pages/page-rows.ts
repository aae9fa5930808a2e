import { EhchError } from '@ehch/clinical';
import { isObject, listAt, textAt, type JsonObject } from '@ehch/fhir';
import type { StoredResource } from '@ehch/store';
import { fieldAt, itemsAt, skipSpace } from '../raw-json/json-ranges.ts';
import { nameOfItsOwn } from './own-name.ts';

/** One resource of a page: in the server's own text, and parsed for a look at it. */
export interface PageRow {
  readonly stored: StoredResource;
  readonly json: JsonObject;
  /** Whether the search found it. The others were sent along with those, and move no cursor. */
  readonly isMatch: boolean;
}

/**
 * More entries than the whole record of a home. Cutting up such a page would freeze a shared computer, so it is
 * refused whole.
 */
const MOST_ENTRIES = 50_000;

/**
 * Cuts a page into its resources, each byte for byte. Messages of the server are no resources and are left out, as are
 * entries without one: `readPages` says what is missing.
 *
 * @param value the same page, parsed: a Bundle, or one resource
 * @throws {EhchError} `malformed` for more entries than any record has
 */
export function pageRows(text: string, value: unknown, base: string): readonly PageRow[] {
  if (textAt(value, 'resourceType') !== 'Bundle')
    return isRecord(value)
      ? [{ stored: storedOf(text.trim(), value, null, base), json: value, isMatch: true }]
      : [];
  const entries = listAt(value, 'entry');
  if (entries.length > MOST_ENTRIES)
    throw new EhchError(
      'malformed',
      'The answer has more entries than any record. Check the address of the server.',
    );
  const list = fieldAt(text, skipSpace(text, 0), 'entry');
  const ranges = list === null ? [] : itemsAt(text, list.from);
  return entries.flatMap((entry, at): readonly PageRow[] => {
    if (!isObject(entry) || !isRecord(entry['resource'])) return [];
    const range = fieldAt(text, ranges[at]?.from ?? text.length, 'resource');
    if (range === null)
      throw new EhchError('malformed', 'An entry of the answer could not be cut out. Report this.');
    const json = entry['resource'];
    const stored = storedOf(text.slice(range.from, range.to), json, textAt(entry, 'fullUrl'), base);
    return [{ stored, json, isMatch: textAt(entry['search'], 'mode') !== 'include' }];
  });
}

function isRecord(resource: unknown): resource is JsonObject {
  const type = textAt(resource, 'resourceType');
  return type !== null && type !== 'OperationOutcome';
}

function storedOf(text: string, json: JsonObject, fullUrl: string | null, base: string): StoredResource {
  const { meta } = json;
  const type = textAt(json, 'resourceType') ?? '';
  const id = textAt(json, 'id') ?? nameOfItsOwn('', text);
  const stored = { type, id, version: versionIn(meta), updated: textAt(meta, 'lastUpdated'), text };
  return fullUrl === null || fullUrl === addressOn(base, type, id) ? stored : { ...stored, fullUrl };
}

/** The address of a resource on the configured server. */
export function addressOn(base: string, type: string, id: string): string {
  return `${base.replace(/\/+$/, '')}/${type}/${id}`;
}

function versionIn(meta: unknown): string | null {
  const version = isObject(meta) ? meta['versionId'] : null;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : null;
}
