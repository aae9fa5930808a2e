import type { ResidentId } from '@ehch/clinical';
import { under } from '../../database/ranges.ts';
import { read } from '../../database/transact.ts';
import type { StoredRecord } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { openEntry } from '../outbox/entry-row.ts';
import { bucketOf } from './bucket.ts';
import { openRows } from './bucket-rows.ts';
import { repairResident } from './repair.ts';
import { isHeld, missingIn } from './resident-write.ts';
import { keyIn, listOf, readRows } from './resident-state.ts';
import type { VersionList } from './version-list.ts';
import { doesNotOpen } from '../does-not-open.ts';

const STORES = ['meta', 'key', 'ver', 'pack', 'delta', 'outbox'] as const;

/** What is kept of one resident, with what waits in the outbox: one transaction (SPEC R5). */
export async function readRecord(
  context: SealedContext,
  source: KeptSource,
  resident: ResidentId,
  types?: ReadonlySet<string>,
): Promise<StoredRecord> {
  const first = await openRecord(context, source, resident, types);
  if (first.isWhole) return first.record;
  await repairResident(context, source, resident);
  // The second look finds nothing broken, or the disk breaks while we read.
  return (await openRecord(context, source, resident, types)).record;
}

/** What opens of a record, and whether that is all of it. It repairs nothing. */
export async function openRecord(
  context: SealedContext,
  source: KeptSource,
  resident: ResidentId,
  types?: ReadonlySet<string>,
): Promise<{ readonly record: StoredRecord; readonly isWhole: boolean }> {
  const buckets = types && [...new Set([...types].map(bucketOf))];
  const [p, lane] = await Promise.all([
    namesOf(context, source).resident(resident),
    context.keys.home.lane(resident),
  ]);
  const rows = await readResidentRows(context, p, lane, buckets);
  const opened = await openResident(context, rows, resident, buckets);
  const pending = await Promise.all(rows.waiting.map((row) => openEntry(context, row)));
  const resources = types ? opened.resources.filter(({ type }) => types.has(type)) : opened.resources;
  return { record: { resources, kinds: opened.list.kinds, pending }, isWhole: opened.isWhole };
}

function readResidentRows({ db }: SealedContext, p: string, lane: string, buckets?: readonly number[]) {
  const ranges = buckets?.map((b) => under(p, b)) ?? [under(p)];
  return read(db, STORES, async (tx) => {
    // All are asked for at once: one after the other takes longer than the whole.
    const [rows, packs, deltas, waiting] = await Promise.all([
      readRows(tx, p),
      Promise.all(ranges.map((range) => tx.objectStore('pack').getAll(range))),
      Promise.all(ranges.map((range) => tx.objectStore('delta').getAll(range))),
      tx.objectStore('outbox').index('lane').getAll(under(lane)),
    ]);
    return { ...rows, packs: packs.flat(), deltas: deltas.flat(), waiting };
  });
}

type ResidentAndOutboxRows = Awaited<ReturnType<typeof readResidentRows>>;

async function openResident(
  context: SealedContext,
  rows: ResidentAndOutboxRows,
  resident: ResidentId,
  buckets?: readonly number[],
) {
  const nothing = { resources: [], list: { resident, versions: new Map(), kinds: new Map() } as VersionList };
  try {
    const key = await keyIn(context, rows);
    // Rows without their key or their list say nothing, and what is left of them is not the whole.
    if (!key || !rows.ver)
      return { ...nothing, isWhole: !rows.ver && rows.packs.length + rows.deltas.length === 0 };
    const [list, { resources, broken }] = await Promise.all([
      listOf(context, key, rows.ver, resident),
      openRows(key, rows),
    ]);
    const held = [...resources].filter(([name]) => isHeld(list, name)).map(([, row]) => row);
    // A copy that is listed and not there, in that very text, is as lost as one that does not open.
    const isWhole = broken.length === 0 && missingIn(list, resources, buckets).length === 0;
    return { resources: held, list, isWhole };
  } catch (error) {
    doesNotOpen(error);
    return { ...nothing, isWhole: false };
  }
}
