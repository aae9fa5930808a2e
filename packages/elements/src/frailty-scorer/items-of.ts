import type { FormDefinition, FormItem } from '@ehch/clinical/form';

const known = new WeakMap<FormDefinition, ReadonlyMap<string, FormItem>>();

/** Every item of a form by its id, wherever it stands. */
export function itemsOf(form: FormDefinition): ReadonlyMap<string, FormItem> {
  const before = known.get(form);
  if (before !== undefined) return before;
  const all = new Map<string, FormItem>();
  const walk = (items: readonly FormItem[]): void => {
    for (const item of items) {
      all.set(item.id, item);
      if ('items' in item) walk(item.items ?? []);
    }
  };
  walk(form.items);
  known.set(form, all);
  return all;
}

/** The id of the item that a key names: a row's name is taken off. */
export function itemId(key: string): string {
  return key.replace(/\[[\d.]*\]$/, '');
}
