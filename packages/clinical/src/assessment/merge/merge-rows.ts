import type { ItemKey } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import { itemKey } from '../../form/key.ts';
import { contentOf, pathsTo } from './align-rows.ts';
import { rowOfKey, rowsOfGroup, type RepeatingGroup } from './row-keys.ts';

/** One took a row away in which the other wrote. The row stays as it was written. */
export interface RowConflict {
  readonly kind: 'row';
  readonly group: ItemKey;
  readonly row: string;
  readonly removedBy: 'mine' | 'theirs';
}

export interface RowsMerge {
  readonly rows: Readonly<Record<ItemKey, readonly string[]>>;
  readonly conflicts: readonly RowConflict[];
  /** Whose answers count at a key. `gone`: its row was taken away. One side alone: the other took the row away. */
  sideOf(key: ItemKey): Side;
}

type Side = 'both' | 'mine' | 'theirs' | 'gone';

/** Which rows stay: those of both, those that one made, and those that one took away while the other wrote in them. */
export function mergeRows(
  groups: readonly RepeatingGroup[],
  base: Draft,
  mine: Draft,
  theirs: Draft,
): RowsMerge {
  const rows: Record<ItemKey, readonly string[]> = { ...base.rows, ...theirs.rows, ...mine.rows };
  const conflicts: RowConflict[] = [];
  const sides: { group: RepeatingGroup; path: readonly string[]; row: string; side: Side }[] = [];
  for (const group of groups)
    for (const path of pathsTo(group, groups, mine, theirs)) {
      const key = itemKey(group.id, path);
      const [inBase, inMine, inTheirs] = [base, mine, theirs].map((draft) => rowsOfGroup(draft, key));
      const all = [...new Set([...(inMine ?? []), ...(inTheirs ?? []), ...(inBase ?? [])])];
      const kept = all.filter((row) => {
        const [here, there] = [inMine?.includes(row) === true, inTheirs?.includes(row) === true];
        if (here && there) return true;
        const before = contentOf(base, group, path, row);
        const now = contentOf(here ? mine : theirs, group, path, row);
        const wasThere = inBase?.includes(row) === true;
        const stays = (here || there) && (wasThere ? now !== before : true);
        const side: Side = !stays ? 'gone' : here ? 'mine' : 'theirs';
        sides.push({ group, path, row, side });
        // Nobody wrote in it before, so nobody took anything away.
        if (stays && before !== '')
          conflicts.push({ kind: 'row', group: key, row, removedBy: here ? 'theirs' : 'mine' });
        return stays;
      });
      if (Object.hasOwn(rows, key) || kept.join() !== '1') rows[key] = kept;
    }
  const sideOf = (key: ItemKey): Side => {
    const own = sides.filter(({ group, path, row }) => rowOfKey(group, path, key) === row);
    return own.find(({ side }) => side === 'gone')?.side ?? own[0]?.side ?? 'both';
  };
  const left = Object.entries(rows).filter(([key]) => sideOf(key) !== 'gone');
  return { rows: Object.fromEntries(left), conflicts, sideOf };
}
