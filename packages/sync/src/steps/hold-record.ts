import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';
import { newRecord, type ResidentRecord } from '../record.ts';

/** The record of a resident whom somebody looks at now. Whoever was not looked at for longest makes room for it. */
export async function holdRecord(engine: EngineState, resident: ResidentId): Promise<ResidentRecord> {
  const { records } = engine;
  const record = records.get(resident) ?? newRecord(resident);
  // Last in the map: looked at most recently.
  records.delete(resident);
  records.set(resident, record);
  record.watched = true;
  await makeRoom(engine);
  return record;
}

/** What was asked goes together with what was answered: with the answers alone gone, all of it would read as "not recorded". */
async function makeRoom({ records, changed, store, mostResidents }: EngineState): Promise<void> {
  for (const [resident, { watched }] of records) {
    if (records.size <= mostResidents) return;
    if (watched) continue;
    records.delete(resident);
    changed.delete(resident);
    await store.forget(resident);
  }
}
