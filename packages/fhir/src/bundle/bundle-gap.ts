import type { Gap } from '@ehch/clinical';
import { isKnownType, isResourceType, RESOURCE_WORDS } from '../sections.ts';

/** Something that is missing from a Bundle, as the Bundle states or shows. */
export interface BundleGap extends Gap {
  /** The resource type that is missing. `null`: it may be of any type. */
  readonly about: string | null;
}

/**
 * The resource type in the address of a request, a link or a record: `Flag?patient=1`,
 * `https://fhir.example/r4/Flag/7`. `null`: it could be any type.
 */
export function typeInUrl(url: string | null): string | null {
  const [path = '', query = ''] = (url ?? '').split('?');
  // A search with _include or _revinclude may have records of other types on its next page.
  if (/_(rev)?include/.test(query) || path.includes('$')) return null;
  // `Patient/1/Flag` asks for flags. `Patient/1/*` asks for any type.
  return path.endsWith('*') ? null : (path.split('/').findLast(isKnownType) ?? null);
}

/** The plural words for a type that the engine asks for. Other types get the words in `otherwise`. */
export function wordsFor(type: string | null, otherwise: string): string {
  return type !== null && isResourceType(type) ? RESOURCE_WORDS[type][1] : otherwise;
}
