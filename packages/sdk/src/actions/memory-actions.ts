import {
  EhchError,
  type CareActions,
  type CareIntent,
  type Clock,
  type Draft,
  type Receipt,
  type ResidentId,
} from '@ehch/clinical';
import { frozenCopy } from './frozen-copy.ts';

/** Actions that this page alone holds. Nothing is sent, nothing is on the disk, and every receipt says so. */
export interface MemoryActions extends CareActions {
  /** What was pressed and is held here, in the order of the presses: for a page that hands it on by itself. */
  readonly held: readonly CareIntent[];
  /** Forgets every draft and every intent, as at sign-out. Whoever watches a receipt is told that nothing was sent. */
  forget(): void;
}

interface Watch {
  readonly intent: string;
  readonly onReceipt: (receipt: Receipt) => void;
}

const HELD: Receipt = { state: 'held-in-memory' };
const FORGOTTEN = 'Not sent. What this page held was forgotten.';

/** Keeps drafts and intents in memory until the page closes or is told to forget. */
export function memoryActions({ clock }: { readonly clock: Clock }): MemoryActions {
  const drafts = new Map<string, Draft>();
  const intents = new Map<string, CareIntent>();
  /** Drafts that were finished or forgotten: one that arrives late must not be there again tomorrow. */
  const over = new Map<string, string>();
  const watches = new Set<Watch>();
  const tell = (which: (watch: Watch) => boolean, receipt: Receipt): void => {
    for (const watch of watches) {
      if (!which(watch)) continue;
      try {
        watch.onReceipt(receipt);
      } catch (error) {
        // Who listens badly must not make a wish that is held look refused, nor keep others from hearing.
        reportError(error);
      }
    }
  };

  return {
    get held() {
      return [...intents.values()];
    },
    async enqueue(intent) {
      const copy = frozenCopy(intent);
      const known = intents.get(copy.id);
      // The same wish pressed twice is one; another wish under its id would be lost behind it.
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(copy))
        throw new EhchError('bad-argument', 'Another intent has this id. Make a new id at each press.');
      if (copy.what.kind === 'finish-assessment') {
        const { draft } = copy.what.assessment;
        if (draft.resident !== copy.resident)
          throw new EhchError('bad-argument', 'The assessment is about another resident than the intent.');
        over.set(draft.id, 'This assessment was finished. Start a new one.');
        const key = keyOf(draft.resident, draft.form.id);
        if (drafts.get(key)?.id === draft.id) drafts.delete(key);
      }
      intents.set(copy.id, copy);
      tell(({ intent: id }) => id === copy.id, HELD);
      return HELD;
    },
    watchReceipt(intent, onReceipt, signal) {
      if (signal.aborted) return;
      const watch: Watch = { intent, onReceipt };
      watches.add(watch);
      signal.addEventListener('abort', () => void watches.delete(watch));
      if (intents.has(intent)) onReceipt(HELD);
    },
    async saveDraft(draft) {
      const why = over.get(draft.id);
      if (why !== undefined) throw new EhchError('bad-argument', why);
      drafts.set(keyOf(draft.resident, draft.form.id), frozenCopy(draft));
      return { where: 'memory' };
    },
    async loadDraft(resident, assessment) {
      return drafts.get(keyOf(resident, assessment)) ?? null;
    },
    forget() {
      const lost = new Set(intents.keys());
      for (const { id } of drafts.values()) over.set(id, 'This draft was forgotten. Start a new one.');
      drafts.clear();
      intents.clear();
      tell(({ intent }) => lost.has(intent), { state: 'refused', at: clock(), why: FORGOTTEN });
    },
  };
}

/** A resident's form. Joined in a way that no two pairs share. */
function keyOf(resident: ResidentId, form: string): string {
  return JSON.stringify([resident, form]);
}
