import type { StoredResource } from '../../records/stored-resource.ts';

type Row = readonly [type: string, id: string, version: string | null, updated: string | null, text: string];

/** Resources as the text of a pack or a delta. The server's text goes in as a string, so no digit of it changes. */
export function resourcesToText(resources: readonly StoredResource[]): string {
  return JSON.stringify(resources.map((r): Row => [r.type, r.id, r.version, r.updated, r.text]));
}

export function resourcesFromText(text: string): StoredResource[] {
  return (JSON.parse(text) as Row[]).map(([type, id, version, updated, body]) => ({
    type,
    id,
    version,
    updated,
    text: body,
  }));
}
