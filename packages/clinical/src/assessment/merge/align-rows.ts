import type { Draft } from '../../form/draft.ts';
import { itemKey, splitKey } from '../../form/key.ts';
import { rowOfKey, rowsOfGroup, withRowNames, type RepeatingGroup } from './row-keys.ts';

/**
 * Theirs, with rows that they made renamed wherever mine has made another one of that name: two people who each add "the
 * second fall" mean two falls. A row that both have word for word is one row.
 */
export function alignRows(groups: readonly RepeatingGroup[], base: Draft, mine: Draft, theirs: Draft): Draft {
  return groups.reduce((aligned, group) => {
    let draft = aligned;
    for (const path of pathsTo(group, groups, draft)) draft = alignGroup(group, path, base, mine, draft);
    return draft;
  }, theirs);
}

function alignGroup(
  group: RepeatingGroup,
  path: readonly string[],
  base: Draft,
  mine: Draft,
  theirs: Draft,
): Draft {
  const key = itemKey(group.id, path);
  const content = (draft: Draft) => (row: string) => contentOf(draft, group, path, row);
  const [inBase, inMine, inTheirs] = [content(base), content(mine), content(theirs)];
  const mineRows = rowsOfGroup(mine, key);
  const madeByMine = mineRows.filter((row) => inBase(row) === '' && inMine(row) !== '');
  const names = new Map<string, string>();
  let highest = Math.max(0, ...[base, mine, theirs].flatMap((draft) => namesEver(draft, key)));
  for (const row of rowsOfGroup(theirs, key)) {
    if (inBase(row) !== '' || inTheirs(row) === '') continue;
    const taken = new Set(names.values());
    const twin = madeByMine.find((each) => !taken.has(each) && inMine(each) === inTheirs(row));
    if (twin !== undefined) names.set(row, twin);
    else if (madeByMine.includes(row)) names.set(row, String((highest += 1)));
  }
  const changed = new Map([...names].filter(([from, to]) => from !== to));
  return changed.size === 0 ? theirs : withRowNames(theirs, group, path, changed);
}

/** What stands in a row, without the row's own name; empty: nothing does. */
export function contentOf(draft: Draft, group: RepeatingGroup, path: readonly string[], row: string): string {
  const entries = Object.entries({ ...draft.disputed?.answers, ...draft.answers })
    .filter(([key]) => rowOfKey(group, path, key) === row)
    .map(([key, answer]) => {
      const { id, rows } = splitKey(key);
      return JSON.stringify([id, rows.slice(path.length + 1), answer]);
    });
  return entries.sort().join('\n');
}

/** Every number that has named a row, because names are never used again. */
export function namesEver(draft: Draft, key: string): readonly number[] {
  const made = draft.made !== undefined && Object.hasOwn(draft.made, key) ? (draft.made[key] ?? 0) : 0;
  return [made, ...rowsOfGroup(draft, key).map(Number).filter(Number.isInteger)];
}

/** The rows around a group, as a draft has them: `[]` for a group in no other. */
export function pathsTo(
  group: RepeatingGroup,
  groups: readonly RepeatingGroup[],
  ...drafts: readonly Draft[]
): readonly (readonly string[])[] {
  const around = groups.filter(({ under }) => under.has(group.id));
  return around.reduce<readonly (readonly string[])[]>(
    (paths, { id }) =>
      paths.flatMap((path) => {
        const rows = new Set(drafts.flatMap((draft) => rowsOfGroup(draft, itemKey(id, path))));
        return [...rows].map((row) => [...path, row]);
      }),
    [[]],
  );
}
