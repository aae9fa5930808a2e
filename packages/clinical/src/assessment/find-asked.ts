import type { AskedItem } from '../form/asked.ts';

/** An item that is drawn now, by its id, outside the rows of lists; `null`: it is not drawn. */
export function findAsked(items: readonly AskedItem[], id: string): AskedItem | null {
  for (const each of items) {
    const found = each.item.id === id ? each : findAsked(each.children, id);
    if (found !== null) return found;
  }
  return null;
}
