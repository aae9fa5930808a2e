import type { FhirResource } from '../resource.ts';

/** Whether a resource has the content of the stored one, whatever the server put into `meta`. */
export function sameContent(stored: FhirResource, sent: FhirResource): boolean {
  return canonical(withoutServerMeta(stored)) === canonical(withoutServerMeta(sent));
}

function withoutServerMeta(resource: FhirResource): unknown {
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...meta } = resource.meta ?? {};
  const source = typeof meta['source'] === 'string' ? meta['source'].replace(/#.*$/s, '') : '';
  return { ...resource, meta: source === '' ? { ...meta, source: undefined } : { ...meta, source } };
}

/** JSON with sorted properties, because their order carries no meaning. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
