import { readFileSync } from 'node:fs';
import { isObject, isResource, type FhirResource } from '../resource.ts';
import { otherVersion } from './other-version.ts';

/** A resource in a file, with the address that other resources in the file may use for it. */
export interface Found {
  readonly resource: FhirResource;
  readonly fullUrl: string | null;
}

/** The resources of a file, or the reason why the whole file is left out. */
export type FileContent =
  | { readonly found: readonly Found[] }
  | { readonly leftOut: 'not JSON' | 'not FHIR' | `another FHIR version (${string})` };

/** Reads one file. A single resource of another FHIR version leaves the whole file out. */
export function readFile(file: string): FileContent {
  let values: unknown[];
  try {
    values = parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), /\.ndjson$/i.test(file));
  } catch {
    // Not an error: a folder of records may hold other files, and the report names them.
    return { leftOut: 'not JSON' };
  }
  const found = values.flatMap((value) => resourcesIn(value, null));
  if (found.length === 0 && !values.some(isResource)) return { leftOut: 'not FHIR' };
  for (const { resource } of found) {
    const version = otherVersion(resource);
    if (version !== null) return { leftOut: `another FHIR version (${version})` };
  }
  return { found };
}

function parse(text: string, lines: boolean): unknown[] {
  if (!lines) return [JSON.parse(text)];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** The resource itself, or all resources in a Bundle, also in Bundles inside it. */
function resourcesIn(value: unknown, fullUrl: string | null): Found[] {
  if (!isResource(value)) return [];
  if (value.resourceType !== 'Bundle') return [{ resource: value, fullUrl }];
  const entries = Array.isArray(value['entry']) ? (value['entry'] as unknown[]) : [];
  return entries.flatMap((entry) => {
    if (!isObject(entry)) return [];
    return resourcesIn(entry['resource'], typeof entry['fullUrl'] === 'string' ? entry['fullUrl'] : null);
  });
}
