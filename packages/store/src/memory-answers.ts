import type { AnswerStore, StoredAnswer } from './answer-store.ts';

/**
 * Keeps records in memory only, for sources that forbid a copy.
 *
 * `forget` and `forgetAll` erase them, and so does the end of the worker. The store never erases anything by itself:
 * a reader would take an erased answer for something that is not recorded.
 */
export function openMemoryAnswers(): AnswerStore {
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
