import type { Instant } from '@ehch/clinical/time';
import { textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';
import { addressOf } from '../../reference.ts';
import { compareVersions, contentOf } from './versions.ts';

/** A record, and the name under which its versions meet. */
export interface Named {
  readonly raw: JsonObject;
  readonly key: string;
}

/** What becomes of several records under one name. */
export interface Meeting<R extends Named> {
  /** Records that need not be read, each with its reason. */
  readonly aside: ReadonlyMap<R, SetAsideReason>;
  /**
   * Records that differ although nothing shows which is right, each with a new name. All of them are read.
   */
  readonly rivals: ReadonlyMap<R, string>;
}

/** Finds records that arrived more than once, and decides what becomes of each. */
export function meet<R extends Named>(rows: readonly R[], now: Instant | null): Meeting<R> {
  const aside = new Map<R, SetAsideReason>();
  const rivals = new Map<R, string>();
  const groups = Map.groupBy(rows, ({ raw, key }) => `${textAt(raw, 'resourceType')} ${key}`);
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    for (const [at, row] of group.entries()) {
      const others = group.map((other, place) => ({ place, how: compareVersions(row.raw, other.raw, now) }));
      if (others.some(({ how }) => how === 'second')) aside.set(row, 'older-version');
      else if (others.some(({ how, place }) => how === 'equal' && place < at))
        aside.set(row, 'shown-elsewhere');
    }
    const left = group.filter((row) => !aside.has(row));
    if (left.length < 2) continue;
    // Sorted by content, because their names must not depend on the order of arrival.
    const sorted = left.toSorted((a, b) => (contentOf(a.raw) < contentOf(b.raw) ? -1 : 1));
    for (const [at, row] of sorted.entries()) rivals.set(row, `${row.key}~${at + 1}`);
  }
  return { aside, rivals };
}

/**
 * One name for each entry, so that versions of a record meet: its address, else its type and id. An entry
 * without an address counts as the record with an address, where only one address has its id.
 */
export function keysOf(entries: readonly Entry[]): readonly string[] {
  const addresses = new Map<string, Set<string>>();
  for (const { fullUrl, resource } of entries) {
    const address = addressOf(fullUrl);
    const local = localName(resource);
    if (address !== null && local !== null)
      addresses.set(local, (addresses.get(local) ?? new Set()).add(address));
  }
  return entries.map(({ fullUrl, resource }, position) => {
    const local = localName(resource);
    const [only, ...more] = addresses.get(local ?? '') ?? [];
    const same = more.length === 0 ? only : undefined;
    return (
      addressOf(fullUrl) ?? same ?? local ?? `${textAt(resource, 'resourceType') ?? 'unknown'}#${position}`
    );
  });
}

function localName(resource: unknown): string | null {
  const type = textAt(resource, 'resourceType');
  const id = textAt(resource, 'id');
  return type === null || id === null ? null : `${type}/${id}`;
}
