import type { RecordStore, StoredAnswer } from './record-store.ts';

/**
 * Keeps records in memory and nowhere else: for sources that forbid keeping a copy.
 *
 * Erased: by `forget` and `forgetAll`, and with the context it lives in. Never by itself: whoever asked would take
 * what went for something that the record does not say.
 */
export function openMemoryStore(): RecordStore {
  const records = new Map<string, Map<string, StoredAnswer>>();
  return {
    async put(resident, kind, answer) {
      const record = records.get(resident) ?? new Map<string, StoredAnswer>();
      records.set(resident, record.set(kind, answer));
    },
    async read(resident) {
      return new Map(records.get(resident));
    },
    async forget(resident) {
      records.delete(resident);
    },
    async forgetAll() {
      records.clear();
    },
  };
}
