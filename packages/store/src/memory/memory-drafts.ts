import type { KeptDraft, ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import type { DraftStore } from '../drafts/draft-store.ts';
import { overtakenBy } from '../drafts/draft-save.ts';
import type { MemoryState } from './memory-state.ts';

/** Drafts in memory. */
export function memoryDrafts(state: MemoryState): DraftStore {
  const drafts = new Map<string, KeptDraft>();
  const nameOf = (resident: ResidentId, form: string) => JSON.stringify([resident, form]);
  return {
    async save(draft: Draft, revision) {
      const name = nameOf(draft.resident, draft.form.id);
      const overtaken = overtakenBy(drafts.get(name) ?? null, revision);
      if (overtaken) return overtaken;
      const next = crypto.randomUUID();
      drafts.set(name, { draft: structuredClone(draft), revision: next });
      state.changed();
      return { where: 'memory', revision: next };
    },
    async load(resident, form) {
      return drafts.get(nameOf(resident, form)) ?? null;
    },
    async list(resident) {
      return [...drafts.values()].filter(({ draft }) => draft.resident === resident);
    },
    async remove({ resident, form, id }) {
      const name = nameOf(resident, form);
      if (drafts.get(name)?.draft.id === id && drafts.delete(name)) state.changed();
    },
  };
}
