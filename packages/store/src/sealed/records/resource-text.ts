import type { StoredResource } from '../../records/stored-resource.ts';

type Row = readonly [
  type: string,
  id: string,
  version: string | null,
  updated: string | null,
  text: string,
  fullUrl?: string,
];

/** Resources as the text of a pack or a delta. The server's text goes in as a string, so no digit of it changes. */
export function resourcesToText(resources: readonly StoredResource[]): string {
  const rows = resources.map(({ type, id, version, updated, text, fullUrl }): Row =>
    fullUrl === undefined ? [type, id, version, updated, text] : [type, id, version, updated, text, fullUrl],
  );
  return JSON.stringify(rows);
}

export function resourcesFromText(text: string): StoredResource[] {
  return (JSON.parse(text) as Row[]).map(([type, id, version, updated, body, fullUrl]) => ({
    type,
    id,
    version,
    updated,
    text: body,
    ...(fullUrl === undefined ? {} : { fullUrl }),
  }));
}
