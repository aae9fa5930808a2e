import type { ItemKey } from '../../form/answer.ts';
import type { AskedItem } from '../../form/asked.ts';

/** What is asked now, row by row. */
export function keysOf(items: readonly AskedItem[]): readonly ItemKey[] {
  return items.flatMap(({ key, rows = [], children }) => [
    key,
    ...keysOf(children),
    ...rows.flatMap((row) => keysOf(row.children)),
  ]);
}
