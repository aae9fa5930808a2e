import type { ItemKey } from './answer.ts';
import type { FormItem } from './definition.ts';
import { settled, type Settlement } from './engine/settle.ts';
import { hasRows } from './engine/compile.ts';
import { inRow, rowsOf, type Instance } from './engine/layout.ts';
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

/** Found once for the same answers: a form, each of its groups and its lines ask for it. */
const known = new WeakMap<Settlement, readonly AskedItem[]>();

/** What is to be drawn now, in the order of the form. Items that are `hidden` for good are not in it. */
export function asked(state: FormState): readonly AskedItem[] {
  const settlement = settled(state);
  const found = known.get(settlement) ?? askedIn(settlement);
  known.set(settlement, found);
  return found;
}

function askedIn({ draft, hidden, layout }: Settlement): readonly AskedItem[] {
  const draw = (all: readonly Instance[]): readonly AskedItem[] =>
    all.flatMap((instance) => {
      const { key, node, children } = instance;
      const { item } = node;
      if (item.hidden === true || hidden.has(key)) return [];
      if (!hasRows(item)) return [{ item, key, children: draw(children) }];
      const rows = rowsOf(draft, instance).map((row) => ({ row, children: draw(inRow(instance, row)) }));
      return [{ item, key, rows, children: [] }];
    });
  return draw(layout.roots);
}
