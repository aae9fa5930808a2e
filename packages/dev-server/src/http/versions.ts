import type { Version } from '../repository/version.ts';
import type { FhirResource } from '../resource.ts';
import type { ServerContext } from './call.ts';

/** The weak ETag of a version: http://hl7.org/fhir/R4/http.html#versioning */
export function etag(version: Version): string {
  return `W/"${version.vid}"`;
}

export function parseResource(version: Version): FhirResource {
  return JSON.parse(version.json ?? '{}') as FhirResource;
}

export function versionUrl(context: ServerContext, version: Version): string {
  return `${context.base}/${version.type}/${version.id}/_history/${version.vid}`;
}

export function versionHeaders(version: Version): Record<string, string> {
  return { ETag: etag(version), 'Last-Modified': new Date(version.updated).toUTCString() };
}

/** A version as a condition names it, without the marks of a weak ETag. */
export function bare(tag: string): string {
  return tag.trim().replace(/^W\//, '').replaceAll('"', '');
}

/** Whether an `If-Match` or `If-None-Match` value names this version. `*` names any living version. */
export function names(condition: string, version: Version | undefined): boolean {
  if (!version?.json) return false;
  return condition.split(',').some((part) => part.trim() === '*' || bare(part) === String(version.vid));
}
