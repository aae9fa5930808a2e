import type { RecordStore, StoredAnswer } from './record-store.ts';

/**
 * Keeps records in memory and nowhere else: for sources that forbid keeping a copy.
 *
 * Erased: by `forget` and `forgetAll`, when the residents held exceed `most` (the longest unused goes first),
 * and with the context it lives in.
 */
export function openMemoryStore(most = 40): RecordStore {
  const records = new Map<string, Map<string, StoredAnswer>>();
  const touch = (resident: string) => {
    const record = records.get(resident) ?? new Map<string, StoredAnswer>();
    records.delete(resident);
    records.set(resident, record);
    for (const oldest of records.keys()) {
      if (records.size <= most) break;
      records.delete(oldest);
    }
    return record;
  };
  return {
    async put(resident, kind, answer) {
      touch(resident).set(kind, answer);
    },
    async read(resident) {
      return new Map(records.has(resident) ? touch(resident) : []);
    },
    async forget(resident) {
      records.delete(resident);
    },
    async forgetAll() {
      records.clear();
    },
  };
}
