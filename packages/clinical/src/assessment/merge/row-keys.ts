import type { ItemKey } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import type { FormDefinition, FormItem } from '../../form/definition.ts';
import { itemKey, splitKey } from '../../form/key.ts';

/** A repeating group, with the ids of everything under it. */
export interface RepeatingGroup {
  readonly id: string;
  readonly under: ReadonlySet<string>;
}

/** The repeating groups of a form, outer ones before those in their rows. */
export function repeatingGroups(form: FormDefinition): readonly RepeatingGroup[] {
  const gather = (items: readonly FormItem[]): readonly RepeatingGroup[] =>
    items.flatMap((item) => {
      const inside = 'items' in item ? (item.items ?? []) : [];
      const own = item.type === 'group' && item.repeats === true;
      return [...(own ? [{ id: item.id, under: new Set(idsUnder(inside)) }] : []), ...gather(inside)];
    });
  return gather(form.items);
}

function idsUnder(items: readonly FormItem[]): readonly string[] {
  return items.flatMap((item) => [item.id, ...('items' in item ? idsUnder(item.items ?? []) : [])]);
}

/** The row of a group that a key stands in; `null`: it stands in none of this asking of the group. */
export function rowOfKey({ under }: RepeatingGroup, path: readonly string[], key: ItemKey): string | null {
  const { id, rows } = splitKey(key);
  if (!under.has(id) || path.some((row, at) => rows[at] !== row)) return null;
  return rows[path.length] ?? null;
}

/** A draft in which rows of one asking of a group have other names. */
export function withRowNames(
  draft: Draft,
  group: RepeatingGroup,
  path: readonly string[],
  names: ReadonlyMap<string, string>,
): Draft {
  const renamed = <T>(entries: Readonly<Record<ItemKey, T>>): Record<ItemKey, T> =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]) => {
        const name = names.get(rowOfKey(group, path, key) ?? '');
        if (name === undefined) return [key, value];
        const { id, rows } = splitKey(key);
        return [itemKey(id, rows.with(path.length, name)), value];
      }),
    );
  const key = itemKey(group.id, path);
  const rows = rowsOfGroup(draft, key).map((row) => names.get(row) ?? row);
  return {
    ...draft,
    answers: renamed(draft.answers),
    rows: { ...renamed(draft.rows), [key]: rows },
    ...(draft.made === undefined ? {} : { made: renamed(draft.made) }),
    ...(draft.disputed === undefined
      ? {}
      : { disputed: { ...draft.disputed, answers: renamed(draft.disputed.answers) } }),
  };
}

/** The rows of a repeating group; one that nobody touched has one, "1". */
export function rowsOfGroup(draft: Draft, key: ItemKey): readonly string[] {
  return Object.hasOwn(draft.rows, key) ? (draft.rows[key] ?? []) : ['1'];
}
