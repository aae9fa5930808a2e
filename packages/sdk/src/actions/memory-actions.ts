import { EhchError, type CareActions, type CareIntent, type Receipt } from '@ehch/clinical';
import { draftOf, signedBefore, takeIntent, traceOf } from '@ehch/clinical/session';
import type { Clock } from '@ehch/clinical/time';
import { frozenCopy } from './frozen-copy.ts';
import { memoryDrafts } from './memory-drafts.ts';

/** Actions that only this page holds. Nothing is sent or written to the disk, and every receipt says so. */
export interface MemoryActions extends CareActions {
  /** The intents held here, in the order of the presses, for a page that sends them on itself. */
  readonly held: readonly CareIntent[];
  /** Forgets every draft and every intent, as at sign-out. Each watched receipt then says that nothing was sent. */
  forget(): void;
}

interface Watch {
  readonly intent: string;
  readonly onReceipt: (receipt: Receipt) => void;
}

const HELD: Receipt = { state: 'held-in-memory' };
const FORGOTTEN = 'Not sent. What this page held was forgotten.';

/** Keeps drafts and intents in memory until the page closes or calls `forget`. */
export function memoryActions({ clock }: { readonly clock: Clock }): MemoryActions {
  const drafts = memoryDrafts();
  const intents = new Map<string, CareIntent>();
  const traces = () => [...intents.values()].map(traceOf);
  const watches = new Set<Watch>();
  const tell = (which: (watch: Watch) => boolean, receipt: Receipt): void => {
    for (const watch of watches) {
      if (!which(watch)) continue;
      try {
        watch.onReceipt(receipt);
      } catch (error) {
        // A listener that throws must not make an accepted intent look refused, nor keep the other listeners from it.
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
      const draft = draftOf(copy);
      const kept = draft === null ? null : drafts.load(draft.resident, draft.form.id);
      const taken = takeIntent(copy, { intents: traces(), kept });
      if (taken.state === 'refused') return { state: 'refused', at: clock(), why: taken.why };
      if (taken.state === 'known') return HELD;
      if (draft !== null && taken.draft === 'goes') drafts.remove(draft);
      if (draft !== null && taken.draft === 'comes-back') drafts.restore(draft);
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
    async saveDraft(draft, revision) {
      if (signedBefore(draft, traces()) !== null)
        throw new EhchError('bad-argument', 'This assessment was finished. Start a new one.');
      return drafts.save(draft, revision);
    },
    async loadDraft(resident, assessment) {
      return drafts.load(resident, assessment);
    },
    async listDrafts(resident) {
      return drafts.list(resident);
    },
    forget() {
      const lost = new Set(intents.keys());
      drafts.forget();
      intents.clear();
      tell(({ intent }) => lost.has(intent), { state: 'refused', at: clock(), why: FORGOTTEN });
    },
  };
}
