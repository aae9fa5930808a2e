import type { ItemKey } from './answer.ts';
import type { FormItem } from './definition.ts';
import type { FormState } from './state.ts';

/** An item that is to be drawn, with what is under it. */
export interface AskedItem {
  readonly item: FormItem;
  readonly key: ItemKey;
  /** Of a repeating group, or a repeating question with questions under it: what is under each row. */
  readonly rows?: readonly AskedRow[];
  /** What is under it otherwise. */
  readonly children: readonly AskedItem[];
}

export interface AskedRow {
  readonly row: string;
  readonly children: readonly AskedItem[];
}

/** What is to be drawn now, in the order of the form. Items that are `hidden` for good are not in it. */
export function asked(state: FormState): readonly AskedItem[] {
  const draw = (items: readonly FormItem[]): readonly AskedItem[] =>
    items.map((item) => ({
      item,
      key: item.id,
      children: 'items' in item && item.items !== undefined ? draw(item.items) : [],
    }));
  return draw(state.form.items);
}
