import { EhchError } from '@ehch/clinical';
import type { DraftKept, DraftOvertaken, KeptDraft, ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { frozenCopy } from './frozen-copy.ts';

/** The drafts that this page holds: one for each resident and form. */
export interface MemoryDrafts {
  /** @throws {EhchError} `bad-argument` for a draft that was forgotten. */
  save(draft: Draft, revision: string | null): DraftKept | DraftOvertaken;
  load(resident: ResidentId, form: string): KeptDraft | null;
  list(resident: ResidentId): readonly KeptDraft[];
  /** Removes the draft behind a signed assessment. */
  remove(draft: Draft): void;
  /** Makes the draft of a signature that was taken back a draft again. */
  restore(draft: Draft): void;
  forget(): void;
}

/** Creates an empty store of drafts. */
export function memoryDrafts(): MemoryDrafts {
  const kept = new Map<string, KeptDraft>();
  /** A late save must not bring back a draft that was forgotten. */
  const forgotten = new Set<string>();
  let saves = 0;
  const keep = (draft: Draft): string => {
    const revision = String((saves += 1));
    kept.set(keyOf(draft.resident, draft.form.id), { draft: frozenCopy(draft), revision });
    return revision;
  };

  return {
    save(draft, revision) {
      if (forgotten.has(draft.id))
        throw new EhchError('bad-argument', 'This draft was forgotten. Start a new one.');
      // A revision names the version that this window last saw, or `null` for a new draft.
      const by = kept.get(keyOf(draft.resident, draft.form.id));
      // Two windows never overwrite each other: the second one to save receives the draft of the first.
      if (by !== undefined && by.revision !== revision) return { where: 'overtaken', by };
      return { where: 'memory', revision: keep(draft) };
    },
    load(resident, form) {
      return kept.get(keyOf(resident, form)) ?? null;
    },
    list(resident) {
      return [...kept.values()].filter(({ draft }) => draft.resident === resident);
    },
    remove(draft) {
      const key = keyOf(draft.resident, draft.form.id);
      if (kept.get(key)?.draft.id === draft.id) kept.delete(key);
    },
    restore(draft) {
      keep(draft);
    },
    forget() {
      for (const { draft } of kept.values()) forgotten.add(draft.id);
      kept.clear();
    },
  };
}

/** The key of a resident's form. As JSON, no two pairs of ids can share one key. */
function keyOf(resident: ResidentId, form: string): string {
  return JSON.stringify([resident, form]);
}
