import type { JsonObject } from '../entry.ts';

/**
 * Stands for the version of a form that states none. The same items give the same text. So answers to an
 * older state of the form are not taken for answers to this one. FNV-1a is enough to tell versions of one
 * form apart.
 */
export function contentVersion({ item }: JsonObject): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(item ?? []);
  // By index, because a loop over characters creates a string for each of a hundred thousand.
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `content-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
