import { EhchError } from '../../errors.ts';
import type { ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import { itemKey } from '../key.ts';
import { hasRows, type CompiledForm, type FormNode } from './compile.ts';

/** An item as it is asked in one row. */
export interface Instance {
  readonly key: ItemKey;
  readonly node: FormNode;
  readonly rows: readonly string[];
  readonly parent: Instance | null;
  /** Its place in the form, rows counted. */
  readonly place: number;
  /** What is under it, of all its rows. */
  readonly children: readonly Instance[];
}

/** Everything that a form asks, with the rows that a draft has. */
export interface Layout {
  readonly byKey: ReadonlyMap<ItemKey, Instance>;
  readonly byNode: ReadonlyMap<FormNode, readonly Instance[]>;
  readonly roots: readonly Instance[];
}

export function layOut(form: CompiledForm, draft: Draft): Layout {
  const byKey = new Map<ItemKey, Instance>();
  const byNode = new Map<FormNode, Instance[]>([...form.byId.values()].map((node) => [node, []]));
  const place = (node: FormNode, rows: readonly string[], parent: Instance | null): Instance => {
    const children: Instance[] = [];
    const key = itemKey(node.item.id, rows);
    const instance = { key, node, rows, parent, children, place: byKey.size };
    byKey.set(instance.key, instance);
    byNode.get(node)?.push(instance);
    const under = hasRows(node.item) ? rowsOf(draft, instance).map((row) => [...rows, row]) : [rows];
    for (const path of under) for (const child of node.children) children.push(place(child, path, instance));
    return instance;
  };
  return { byKey, byNode, roots: form.roots.map((node) => place(node, [], null)) };
}

/** The rows under a repeating group, or under a question: one for each answer. */
export function rowsOf(draft: Draft, { key, node }: Pick<Instance, 'key' | 'node'>): readonly string[] {
  const named = Object.hasOwn(draft.rows, key) ? draft.rows[key] : undefined;
  if (node.item.type === 'group') return named ?? ['1'];
  const answer = Object.hasOwn(draft.answers, key) ? draft.answers[key] : undefined;
  const values = answer?.state === 'given' ? answer.values : [];
  return named?.length === values.length ? named : values.map((_, i) => String(i + 1));
}

/** What is under it in one of its rows. */
export function inRow({ children, rows }: Instance, row: string): readonly Instance[] {
  return children.filter((child) => child.rows[rows.length] === row);
}

/** Itself and everything under it. */
export function subtree(instance: Instance): readonly Instance[] {
  return [instance, ...instance.children.flatMap(subtree)];
}

/** The asking of `source` that `at` means: in its own row, else in the enclosing one, else all. */
export function nearest(
  layout: Layout,
  at: Instance,
  source: FormNode,
  everywhere: boolean,
): readonly Instance[] {
  const all = layout.byNode.get(source) ?? [];
  return everywhere ? all : all.filter((instance) => inReach(at, instance));
}

/** Whether two askings are in the same row of everything that both are in rows of. */
export function inReach(a: Instance, b: Instance): boolean {
  for (const [i, rowed] of a.node.rowed.entries()) {
    if (rowed !== b.node.rowed[i]) return true;
    if (a.rows[i] !== b.rows[i]) return false;
  }
  return true;
}

/** @throws {EhchError} `bad-argument` where the form asks nothing by that key. */
export function instanceOf({ layout }: { readonly layout: Layout }, key: ItemKey): Instance {
  const instance = layout.byKey.get(key);
  if (instance === undefined) throw new EhchError('bad-argument', 'The form has no such item in such a row.');
  return instance;
}
