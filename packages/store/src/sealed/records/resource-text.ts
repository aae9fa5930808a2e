import type { StoredResource } from '../../records/stored-resource.ts';

/** `length`: of the text, in UTF-16 code units. */
type Row = readonly [
  type: string,
  id: string,
  version: string | null,
  updated: string | null,
  length: number,
  fullUrl?: string,
];

/**
 * Resources as the text of a pack or a delta: a line that says what they are, and their texts one after the other. Nothing of
 * a text is written in another way, so no digit of it changes, and a record is opened without reading every text twice.
 */
export function resourcesToText(resources: readonly StoredResource[]): string {
  const rows = resources.map(({ type, id, version, updated, text, fullUrl }): Row =>
    fullUrl === undefined
      ? [type, id, version, updated, text.length]
      : [type, id, version, updated, text.length, fullUrl],
  );
  // JSON has no line break of its own, so the first one ends the line.
  return `${JSON.stringify({ rows })}\n${resources.map(({ text }) => text).join('')}`;
}

export function resourcesFromText(text: string): StoredResource[] {
  if (text.startsWith('[')) return resourcesInList(text);
  const end = text.indexOf('\n');
  const { rows } = JSON.parse(text.slice(0, end)) as { readonly rows: readonly Row[] };
  let at = end + 1;
  return rows.map(([type, id, version, updated, length, fullUrl]) => {
    const from = at;
    at += length;
    return stored(type, id, version, updated, text.slice(from, at), fullUrl);
  });
}

type ListedRow = readonly [
  type: string,
  id: string,
  version: string | null,
  updated: string | null,
  text: string,
  fullUrl?: string,
];

/** The first shape of a pack, a list with each text as a JSON string. Its reader stays (SPEC D6). */
function resourcesInList(text: string): StoredResource[] {
  return (JSON.parse(text) as ListedRow[]).map((row) => stored(...row));
}

function stored(...[type, id, version, updated, text, fullUrl]: ListedRow): StoredResource {
  return { type, id, version, updated, text, ...(fullUrl === undefined ? {} : { fullUrl }) };
}
