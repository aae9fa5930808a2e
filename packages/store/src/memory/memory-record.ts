import type { KindState, RecordChange } from '../records/record-store.ts';
import { accepts, tombstoneOf } from '../records/accept.ts';
import {
  keyOf,
  type HeldVersion,
  type ResourceKey,
  type StoredResource,
} from '../records/stored-resource.ts';

/** What is held of one resident in memory. */
export interface MemoryRecord {
  readonly resources: Map<ResourceKey, StoredResource>;
  readonly tombstones: Map<ResourceKey, HeldVersion>;
  readonly kinds: Map<string, KindState>;
}

export const emptyRecord = (): MemoryRecord => ({
  resources: new Map(),
  tombstones: new Map(),
  kinds: new Map(),
});

export function heldVersions({ resources, tombstones }: MemoryRecord): Map<ResourceKey, HeldVersion> {
  const held = new Map(tombstones);
  for (const [key, { version, updated }] of resources) held.set(key, { version, updated });
  return held;
}

/** Carries one change out. Returns whether anything that a reader sees is different now. */
export function applyTo(record: MemoryRecord, change: RecordChange): boolean {
  const forgotten = (change.forgotten ?? []).filter((key) => forget(record, key)).length;
  const put = change.put.filter((row) => putInto(record, row, change)).length;
  const returned = (change.returned ?? []).filter((row) => putInto(record, row, change, true)).length;
  const deleted = change.deleted.filter(({ key, updated }) => deleteFrom(record, key, updated)).length;
  let kinds = 0;
  for (const [kind, state] of Object.entries(change.kinds)) {
    if (JSON.stringify(record.kinds.get(kind)) === JSON.stringify(state)) continue;
    record.kinds.set(kind, state);
    kinds++;
  }
  return forgotten + put + returned + deleted + kinds > 0;
}

/** Erases a copy without a trace: access to it may be given again, with the same version. */
function forget({ resources, tombstones }: MemoryRecord, key: ResourceKey): boolean {
  const wasHeld = resources.delete(key);
  return tombstones.delete(key) || wasHeld;
}

function putInto(
  record: MemoryRecord,
  row: StoredResource,
  change: Pick<RecordChange, 'isRestored' | 'isAnswer'>,
  isReturned = false,
): boolean {
  const key = keyOf(row);
  const old = record.resources.get(key);
  const held = old ?? record.tombstones.get(key);
  const isSameText = old?.text === row.text && old.version === row.version && old.updated === row.updated;
  if (!accepts({ ...change, held, row, isSameText, isReturned })) return false;
  record.resources.set(key, { ...row });
  record.tombstones.delete(key);
  return true;
}

function deleteFrom(record: MemoryRecord, key: ResourceKey, updated: string | null): boolean {
  const tombstone = tombstoneOf(record.resources.get(key) ?? record.tombstones.get(key), updated);
  if (tombstone) record.tombstones.set(key, tombstone);
  return tombstone !== null && record.resources.delete(key);
}
