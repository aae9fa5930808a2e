import type { JsonObject } from '../entry.ts';

/**
 * Stands for the version of a form that names none: the same items give the same text, so that answers to a form that was
 * changed since are not taken for answers to this one. FNV-1a, which is enough to tell versions of one form apart.
 */
export function contentVersion({ item }: JsonObject): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(item ?? [])) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `content-${hash.toString(16).padStart(8, '0')}`;
}
