import { EhchError, type CareActions, type CareIntent, type Receipt, type ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
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
  /** What another window did to a signature already; `null`: it stands. */
  const undone = (finished: string): string | null => {
    for (const { what } of intents.values()) {
      if (what.kind === 'withdraw-assessment' && what.finished === finished)
        return 'The signature was taken back already.';
      if (what.kind === 'enter-in-error' && what.finished === finished)
        return 'It was marked as entered in error already.';
    }
    return null;
  };
  /** Applies an intent to the drafts. Returns why it is refused, or `null` if it is accepted. */
  const take = ({ resident, what }: CareIntent): string | null => {
    switch (what.kind) {
      case 'finish-assessment':
        return drafts.finish(ofResident(resident, what.assessment.draft));
      case 'withdraw-assessment':
        if (!intents.has(what.finished)) return 'This assessment is not held here. It cannot be taken back.';
        return undone(what.finished) ?? drafts.takeBack(ofResident(resident, what.draft));
      case 'enter-in-error':
        return intents.has(what.finished)
          ? undone(what.finished)
          : 'This assessment is not held here. It cannot be marked as entered in error.';
      default:
        return null;
    }
  };

  return {
    get held() {
      return [...intents.values()];
    },
    async enqueue(intent) {
      const copy = frozenCopy(intent);
      const known = intents.get(copy.id);
      // The same intent sent twice counts once. A different intent with that id would be lost, so it is an error.
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(copy))
        throw new EhchError('bad-argument', 'Another intent has this id. Make a new id at each press.');
      if (known !== undefined) return HELD;
      const refusal = take(copy);
      if (refusal !== null) return { state: 'refused', at: clock(), why: refusal };
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

/** Guard: an assessment of one resident must never be signed for another. */
function ofResident(resident: ResidentId, draft: Draft): Draft {
  if (draft.resident === resident) return draft;
  throw new EhchError(
    'bad-argument',
    'The assessment is about another resident than the intent. Give both for one resident.',
  );
}
