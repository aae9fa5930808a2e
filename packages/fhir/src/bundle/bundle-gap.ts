import type { Gap } from '@ehch/clinical';
import { isKnownType, isResourceType, RESOURCE_WORDS } from '../sections.ts';

/** Something that a Bundle says, or shows, is missing from it. */
export interface BundleGap extends Gap {
  /** The resource type that is missing. `null`: it may be any. */
  readonly about: string | null;
}

/** The type that a request, a link or an address is about: of `Flag?patient=1`, `https://fhir.example/r4/Flag/7`. */
export function typeInUrl(url: string | null): string | null {
  const [path = '', query = ''] = (url ?? '').split('?');
  // A search that brings other records along may bring them on the next page.
  if (/_(rev)?include/.test(query) || path.includes('$')) return null;
  // `Patient/1/Flag` asks for flags; `Patient/1/*` for anything.
  return path.endsWith('*') ? null : (path.split('/').findLast(isKnownType) ?? null);
}

export function wordsFor(type: string | null, otherwise: string): string {
  return type !== null && isResourceType(type) ? RESOURCE_WORDS[type][1] : otherwise;
}
