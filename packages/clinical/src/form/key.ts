import type { ItemKey } from './answer.ts';

/** The key of an item in a row. An id that itself ends like rows gets empty ones, so that no two keys are the same. */
export function itemKey(id: string, rows: readonly string[] = []): ItemKey {
  return rows.length > 0 || id.endsWith(']') ? `${id}[${rows.join('.')}]` : id;
}
