import type { Receipt } from '@ehch/clinical';
import type { EngineSurface } from '../protocol.ts';
import type { ActionsContext } from './actions-context.ts';
import { listDrafts, loadDraft, saveDraft } from './drafts.ts';
import { enqueueIntent } from './enqueue-intent.ts';

/**
 * The calls by which a window keeps what people do. Both are asked for at each call. `open` rejects while the device is
 * locked; an escalation is kept all the same.
 */
export function actionsSurface(
  context: () => Promise<ActionsContext>,
  open: () => Promise<ActionsContext>,
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
      return saveDraft(await open(), draft, revision, now);
    },
    async loadDraft({ resident, form }) {
      return loadDraft(await open(), resident, form);
    },
    async listDrafts({ resident }) {
      return listDrafts(await open(), resident);
    },
  };
}
