import { isObject } from '../resource.ts';

/** Every literal reference in a resource and its contained resources, without version parts. */
export function referencesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found);
  } else if (isObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      if (key === 'reference' && typeof part === 'string') {
        if (!part.startsWith('#')) found.add(withoutVersion(part));
      } else if (typeof part === 'object') {
        referencesIn(part, found);
      }
    }
  }
  return found;
}

export function withoutVersion(reference: string): string {
  const at = reference.indexOf('/_history/');
  return at < 0 ? reference : reference.slice(0, at);
}
