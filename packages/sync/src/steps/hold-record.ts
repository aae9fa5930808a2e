import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';
import { newRecord, type ResidentRecord } from '../record.ts';

/**
 * Returns the record of a resident who comes on screen, and drops the record that was unused for longest if need be.
 */
export async function holdRecord(engine: EngineState, resident: ResidentId): Promise<ResidentRecord> {
  const { records } = engine;
  const record = records.get(resident) ?? newRecord(resident);
  // A map keeps the order of insertion: the record goes to the end, as the most recently used.
  records.delete(resident);
  records.set(resident, record);
  record.watched = true;
  if (record.stop.signal.aborted) record.stop = new AbortController();
  await makeRoom(engine);
  return record;
}

/** Drops the records of residents on no screen. Copies in memory go with them; copies on the disk may stay. */
async function makeRoom(engine: EngineState): Promise<void> {
  const { records, changed, store, copies, inTurn, mostResidents } = engine;
  for (const [resident, { watched }] of records) {
    if (records.size <= mostResidents) return;
    if (watched) continue;
    records.delete(resident);
    changed.delete(resident);
    if (store.lasts === 'memory') await inTurn(() => copies.purge(resident, 'room-needed'));
  }
}
