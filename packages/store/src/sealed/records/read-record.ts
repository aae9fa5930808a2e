import type { ResidentId } from '@ehch/clinical';
import { under } from '../../database/ranges.ts';
import { named } from '../../database/transact.ts';
import type { StoredRecord } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { openEntry } from '../outbox/entry-row.ts';
import type { Reading } from '../swap.ts';
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
): Promise<StoredRecord> {
  const [p, lane] = await Promise.all([
    namesOf(context, source).resident(resident),
    context.keys.home.lane(resident),
  ]);
  // A second look comes after a repair. It finds nothing broken, or the disk breaks while we read.
  for (let isSecond = false; ; isSecond = true) {
    const rows = await readResidentRows(context, p, lane);
    const opened = await openResident(context, rows, resident);
    if (opened.isWhole || isSecond) {
      const pending = await Promise.all(rows.waiting.map((row) => openEntry(context, row)));
      return { resources: opened.resources, kinds: opened.list.kinds, pending };
    }
    await repairResident(context, source, resident);
  }
}

async function readResidentRows({ db }: SealedContext, p: string, lane: string) {
  try {
    const tx: Reading = db.transaction([...STORES], 'readonly');
    // All are asked for at once: one after the other takes longer than the whole.
    const [rows, packs, deltas, waiting] = await Promise.all([
      readRows(tx, p),
      tx.objectStore('pack').getAll(under(p)),
      tx.objectStore('delta').getAll(under(p)),
      tx.objectStore('outbox').index('lane').getAll(under(lane)),
    ]);
    return { ...rows, packs, deltas, waiting };
  } catch (error) {
    throw named(error);
  }
}

type ResidentAndOutboxRows = Awaited<ReturnType<typeof readResidentRows>>;

async function openResident(context: SealedContext, rows: ResidentAndOutboxRows, resident: ResidentId) {
  const nothing = { resources: [], list: { resident, versions: new Map(), kinds: new Map() } as VersionList };
  try {
    const key = await keyIn(context, rows);
    // Rows without their key or their list say nothing, and what is left of them is not the whole.
    if (!key || !rows.ver)
      return { ...nothing, isWhole: !rows.ver && rows.packs.length + rows.deltas.length === 0 };
    const [list, { resources, broken }] = await Promise.all([
      listOf(key, rows.ver, resident),
      openRows(key, rows),
    ]);
    const held = [...resources].filter(([name]) => isHeld(list, name)).map(([, row]) => row);
    return { resources: held, list, isWhole: broken.length === 0 && missingIn(list, resources).length === 0 };
  } catch (error) {
    doesNotOpen(error);
    return { ...nothing, isWhole: false };
  }
}
