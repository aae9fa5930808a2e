import type { FormItem } from '../form/definition.ts';

/** The first item of a form, however deep it stands, that is the one looked for. */
export function findItem(items: readonly FormItem[], isIt: (item: FormItem) => boolean): FormItem | null {
  for (const item of items) {
    if (isIt(item)) return item;
    const found = 'items' in item ? findItem(item.items ?? [], isIt) : null;
    if (found !== null) return found;
  }
  return null;
}
