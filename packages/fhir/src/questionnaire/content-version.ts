import type { JsonObject } from '../entry.ts';

/**
 * Stands for the version of a form that names none: the same items give the same text, so that answers to a form that was
 * changed since are not taken for answers to this one. FNV-1a, which is enough to tell versions of one form apart.
 */
export function contentVersion({ item }: JsonObject): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(item ?? []);
  // By index: a loop over the letters makes a text of each of a hundred thousand.
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `content-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
