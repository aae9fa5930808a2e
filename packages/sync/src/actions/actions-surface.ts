import type { Receipt } from '@ehch/clinical';
import type { EngineSurface } from '../protocol.ts';
import type { ActionsContext } from './actions-context.ts';
import { listDrafts, loadDraft, saveDraft } from './drafts.ts';
import { enqueueIntent } from './enqueue-intent.ts';

/** The calls by which a window keeps what people do. `context` is asked for at each call, as the user may change. */
export function actionsSurface(
  context: () => Promise<ActionsContext>,
): Pick<EngineSurface, 'enqueue' | 'receiptsOf' | 'saveDraft' | 'loadDraft' | 'listDrafts'> {
  return {
    async enqueue({ intent, now }) {
      return enqueueIntent(await context(), intent, now);
    },
    async receiptsOf({ intents }) {
      const { receiptOf } = await context();
      const found: Record<string, Receipt> = {};
      for (const intent of intents) {
        const receipt = await receiptOf(intent);
        if (receipt !== null) found[intent] = receipt;
      }
      return found;
    },
    async saveDraft({ draft, revision, now }) {
      return saveDraft((await context()).store, draft, revision, now);
    },
    async loadDraft({ resident, form }) {
      return loadDraft((await context()).store, resident, form);
    },
    async listDrafts({ resident }) {
      return listDrafts((await context()).store, resident);
    },
  };
}
