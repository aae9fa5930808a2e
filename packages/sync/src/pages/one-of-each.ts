import { compareUpdated, keyOf, type ResourceKey } from '@ehch/store';
import { nameOfItsOwn } from './own-name.ts';
import type { PageRow } from './page-rows.ts';

/**
 * The rows of one answer with one for each key. A resource that changed between two pages comes twice: the newer one
 * stays. Where neither says which is newer, or they have two addresses, both stay, and the reader doubts both.
 */
export function oneOfEach(rows: readonly PageRow[]): readonly PageRow[] {
  const held = new Map<ResourceKey, PageRow>();
  for (const row of rows) {
    const key = keyOf(row.stored);
    const other = held.get(key);
    if (other === undefined || isNewer(row, other)) held.set(key, row);
    else if (!isSame(row, other) && !isNewer(other, row)) {
      const stored = { ...row.stored, id: nameOfItsOwn(row.stored.id, row.stored.text) };
      held.set(keyOf(stored), { ...row, stored });
    }
  }
  return [...held.values()];
}

function isSame({ stored: one }: PageRow, { stored: other }: PageRow): boolean {
  return one.fullUrl === other.fullUrl && (one.text === other.text || sameVersion(one, other));
}

function sameVersion(
  one: { readonly version: string | null; readonly updated: string | null },
  other: { readonly version: string | null; readonly updated: string | null },
): boolean {
  return one.version !== null && one.version === other.version && one.updated === other.updated;
}

function isNewer({ stored: one }: PageRow, { stored: other }: PageRow): boolean {
  if (one.fullUrl !== other.fullUrl) return false;
  return (compareUpdated(one.updated, other.updated) ?? 0) > 0;
}
