import { EhchError } from '@ehch/clinical';
import { sameDraft } from '@ehch/clinical/assessment';
import type { DraftKept, DraftOvertaken, KeptDraft, ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { frozenCopy } from './frozen-copy.ts';

/** The drafts that this page holds: one for each resident and form. */
export interface MemoryDrafts {
  /** @throws {EhchError} `bad-argument` for a draft that was finished or forgotten. */
  save(draft: Draft, revision: string | null): DraftKept | DraftOvertaken;
  load(resident: ResidentId, form: string): KeptDraft | null;
  list(resident: ResidentId): readonly KeptDraft[];
  /** Removes a draft that was signed. Returns why it cannot be signed, or `null` if it can. */
  finish(draft: Draft): string | null;
  /** Makes a signed assessment a draft again. Returns why that is not possible, or `null` if it is done. */
  takeBack(draft: Draft): string | null;
  forget(): void;
}

/** Creates an empty store of drafts. */
export function memoryDrafts(): MemoryDrafts {
  const kept = new Map<string, KeptDraft>();
  /** Drafts that were finished or forgotten, each with the reason. A late save must not bring one back. */
  const over = new Map<string, string>();
  /** As they were signed, by id. */
  const signed = new Map<string, Draft>();
  let saves = 0;
  const keep = (draft: Draft): string => {
    const revision = String((saves += 1));
    kept.set(keyOf(draft.resident, draft.form.id), { draft: frozenCopy(draft), revision });
    return revision;
  };

  return {
    save(draft, revision) {
      const why = over.get(draft.id);
      if (why !== undefined) throw new EhchError('bad-argument', why);
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
    finish(draft) {
      const key = keyOf(draft.resident, draft.form.id);
      const known = kept.get(key)?.draft;
      // Answers that another person gave meanwhile must not disappear under this signature.
      if (known?.id === draft.id && !sameDraft(known, draft))
        return 'It was answered elsewhere meanwhile. Look at the answers and sign again.';
      // Two windows had the same form open: one signing is enough, and a second one would count twice.
      const before = signed.get(draft.id);
      if (before !== undefined && sameDraft(before, draft))
        return 'It was signed already, with these answers, in another window.';
      if (known?.id === draft.id) kept.delete(key);
      signed.set(draft.id, frozenCopy(draft));
      over.set(draft.id, 'This assessment was finished. Start a new one.');
      return null;
    },
    takeBack(draft) {
      const known = kept.get(keyOf(draft.resident, draft.form.id))?.draft;
      if (known !== undefined && known.id !== draft.id)
        return 'Another draft of this form was begun meanwhile. Mark what was signed as entered in error.';
      over.delete(draft.id);
      signed.delete(draft.id);
      if (known === undefined) keep(draft);
      return null;
    },
    forget() {
      for (const { draft } of kept.values()) over.set(draft.id, 'This draft was forgotten. Start a new one.');
      kept.clear();
      signed.clear();
    },
  };
}

/** The key of a resident's form. As JSON, no two pairs of ids can share one key. */
function keyOf(resident: ResidentId, form: string): string {
  return JSON.stringify([resident, form]);
}
