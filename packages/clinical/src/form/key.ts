import type { ItemKey } from './answer.ts';

/** The key of an item in a row. An id that itself ends like rows gets empty ones, so that no two keys are the same. */
export function itemKey(id: string, rows: readonly string[] = []): ItemKey {
  return rows.length > 0 || id.endsWith(']') ? `${id}[${rows.join('.')}]` : id;
}

/** A key taken apart: the inverse of {@link itemKey}. */
export function splitKey(key: ItemKey): { readonly id: string; readonly rows: readonly string[] } {
  const at = key.endsWith(']') ? key.lastIndexOf('[') : -1;
  if (at < 0) return { id: key, rows: [] };
  const rows = key.slice(at + 1, -1);
  return { id: key.slice(0, at), rows: rows === '' ? [] : rows.split('.') };
}
