import { textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';
import { addressOf } from '../../reference.ts';
import { compareVersions, contentOf } from './versions.ts';

/** A record as it was found, and the name under which its versions meet. */
export interface Named {
  readonly raw: JsonObject;
  readonly key: string;
}

/** What becomes of records that came under one name. */
export interface Meeting<R extends Named> {
  /** Those that need not be read, each with its reason. */
  readonly aside: ReadonlyMap<R, SetAsideReason>;
  /** Those that differ without anything that says which of them holds, each with a name of its own. All are read. */
  readonly rivals: ReadonlyMap<R, string>;
}

/** Finds the records that came more than once, and says of each what is known of it. */
export function meet<R extends Named>(rows: readonly R[]): Meeting<R> {
  const aside = new Map<R, SetAsideReason>();
  const rivals = new Map<R, string>();
  const groups = Map.groupBy(rows, ({ raw, key }) => `${textAt(raw, 'resourceType')} ${key}`);
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    for (const [at, row] of group.entries()) {
      const others = group.map((other, place) => ({ place, how: compareVersions(row.raw, other.raw) }));
      if (others.some(({ how }) => how === 'second')) aside.set(row, 'older-version');
      else if (others.some(({ how, place }) => how === 'equal' && place < at))
        aside.set(row, 'shown-elsewhere');
    }
    const left = group.filter((row) => !aside.has(row));
    if (left.length < 2) continue;
    // By what they say: their names must not depend on the order in which they came.
    const sorted = left.toSorted((a, b) => (contentOf(a.raw) < contentOf(b.raw) ? -1 : 1));
    for (const [at, row] of sorted.entries()) rivals.set(row, `${row.key}~${at + 1}`);
  }
  return { aside, rivals };
}

/**
 * One name for each entry, so that versions of the same record meet: its address, else its type and id. A record that came
 * without an address is the one with an address, where only one address has its id.
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
