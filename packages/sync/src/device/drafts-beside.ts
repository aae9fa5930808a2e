import type { KeptDraft } from '@ehch/clinical';
import { signedBefore } from '@ehch/clinical/session';
import type { DraftStore, Store } from '@ehch/store';
import { intentsIn } from '../actions/intents-in.ts';

/**
 * The drafts of the signed-in person's organisation, and behind them those that were begun here before anybody signed in. A
 * person who opens the form finds it as it was left. What this person then saves is kept as their own, and leaves the other
 * database after that, so that a crash in between loses nothing.
 *
 * @param beside the store of nobody; `null`: there is none, or it cannot be read now
 */
export function draftsBeside(own: DraftStore, beside: () => Promise<Store | null>): DraftStore {
  async function unsigned(store: Store, kept: readonly KeptDraft[]): Promise<readonly KeptDraft[]> {
    if (kept.length === 0) return [];
    const intents = await intentsIn(store);
    return kept.filter(({ draft }) => signedBefore(draft, intents) === null);
  }

  return {
    async save(draft, revision, at) {
      const store = await beside();
      const there = (await store?.drafts.load(draft.resident, draft.form.id)) ?? null;
      const isSame = store !== null && there?.draft.id === draft.id;
      // Somebody goes on with it without a sign-in. Neither may overwrite the other.
      if (isSame && there.revision !== revision && (await own.load(draft.resident, draft.form.id)) === null)
        return { where: 'overtaken', by: there };
      const kept = await own.save(draft, revision, at);
      if (isSame && kept.where !== 'overtaken')
        await store.drafts.remove({ resident: draft.resident, form: draft.form.id, id: draft.id });
      return kept;
    },
    async load(resident, form) {
      const kept = await own.load(resident, form);
      if (kept !== null) return kept;
      const store = await beside();
      const there = (await store?.drafts.load(resident, form)) ?? null;
      return store === null || there === null ? null : ((await unsigned(store, [there]))[0] ?? null);
    },
    async list(resident) {
      const kept = await own.list(resident);
      const store = await beside();
      if (store === null) return kept;
      const forms = new Set(kept.map(({ draft }) => draft.form.id));
      const there = await unsigned(store, await store.drafts.list(resident));
      return [...kept, ...there.filter(({ draft }) => !forms.has(draft.form.id))];
    },
    async remove(draft) {
      await own.remove(draft);
      await (await beside())?.drafts.remove(draft);
    },
  };
}
