import type { ResidentId } from '@ehch/clinical';
import type { KindState, RecordChange } from '../../records/record-store.ts';
import { accepts, tombstoneOf } from '../../records/accept.ts';
import {
  keyOf,
  type HeldVersion,
  type ResourceKey,
  type StoredResource,
} from '../../records/stored-resource.ts';
import { fingerprint } from './fingerprint.ts';

/** A version as it is held on the disk. */
interface ListedVersion extends HeldVersion {
  /** Of the text. Empty for a tombstone. */
  readonly print: string;
}

/** What is held of one resident, without the texts. */
export interface VersionList {
  readonly resident: ResidentId;
  readonly versions: Map<ResourceKey, ListedVersion>;
  readonly kinds: Map<string, KindState>;
}

/** What a change makes of a list. `put` and `deleted`: what has to be written. */
interface Planned {
  readonly put: readonly { readonly row: StoredResource; readonly isNew: boolean }[];
  readonly deleted: readonly ResourceKey[];
  /** Copies that have to leave the disk at once, with the pack that has them. */
  readonly forgotten: readonly ResourceKey[];
  readonly list: VersionList;
  /** Whether a reader sees anything else now. */
  readonly isSeen: boolean;
}

/** Plans the changes of one resident. Pure: the list that was given stays as it is. */
export function planChanges(before: VersionList, changes: readonly RecordChange[]): Planned {
  const list = { ...before, versions: new Map(before.versions), kinds: new Map(before.kinds) };
  const put = new Map<ResourceKey, Planned['put'][number]>();
  const deleted = new Set<ResourceKey>();
  const forgotten = new Set<ResourceKey>();
  let isSeen = false;
  for (const change of changes) {
    for (const key of change.forgotten ?? []) {
      if (!list.versions.delete(key)) continue;
      put.delete(key);
      forgotten.add(key);
      isSeen = true;
    }
    const returned = change.returned ?? [];
    for (const row of [...change.put, ...returned]) {
      const key = keyOf(row);
      const held = list.versions.get(key);
      const print = fingerprint(row.text);
      const isSameText =
        held?.print === print && held.version === row.version && held.updated === row.updated;
      const isReturned = returned.includes(row);
      if (!accepts({ ...change, held, row, isSameText, isReturned })) continue;
      list.versions.set(key, { version: row.version, updated: row.updated, print });
      put.set(key, { row, isNew: !before.versions.has(key) });
      deleted.delete(key);
      isSeen = true;
    }
    for (const { key, updated } of change.deleted) {
      const held = list.versions.get(key);
      const tombstone = tombstoneOf(held, updated);
      if (!tombstone) continue;
      list.versions.set(key, { ...tombstone, print: '' });
      put.delete(key);
      deleted.add(key);
      isSeen ||= held !== undefined && !held.isDeleted;
    }
    for (const [kind, state] of Object.entries(change.kinds)) {
      isSeen ||= JSON.stringify(list.kinds.get(kind)) !== JSON.stringify(state);
      list.kinds.set(kind, state);
    }
  }
  return { put: [...put.values()], deleted: [...deleted], forgotten: [...forgotten], list, isSeen };
}

type ListedRow = readonly [ResourceKey, string | null, string | null, print: string, isDeleted?: 1];

export function listToText({ resident, versions, kinds }: VersionList): string {
  const rows = [...versions].map(([key, { version, updated, print, isDeleted }]): ListedRow =>
    isDeleted ? [key, version, updated, print, 1] : [key, version, updated, print],
  );
  return JSON.stringify({ resident, rows, kinds: [...kinds] });
}

export function listFromText(text: string): VersionList {
  const { resident, rows, kinds } = JSON.parse(text) as {
    resident: ResidentId;
    rows: ListedRow[];
    kinds: [string, KindState][];
  };
  const versions = new Map(
    rows.map(([key, version, updated, print, isDeleted]): [ResourceKey, ListedVersion] => [
      key,
      { version, updated, print, ...(isDeleted ? { isDeleted: true } : {}) },
    ]),
  );
  return { resident, versions, kinds: new Map(kinds) };
}

export const emptyList = (resident: ResidentId): VersionList => ({
  resident,
  versions: new Map(),
  kinds: new Map(),
});
