import type { StopSignal } from './stop-signal.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { FinishedAssessment } from '../assessment/types.ts';
import type { Draft } from '../form/types.ts';
import type { Instant } from '../time/types.ts';

/** What a person asked for. `id` is made at the press, so that a repeat is recognised as the same wish. */
export interface CareIntent {
  readonly id: string;
  readonly resident: ResidentId;
  readonly pressedAt: Instant;
  readonly what:
    | { readonly kind: 'raise-worry'; readonly signs: readonly string[]; readonly words: string }
    | { readonly kind: 'finish-assessment'; readonly assessment: FinishedAssessment }
    /** Takes the intent `finished` back, within minutes. Its answers are the draft again. */
    | { readonly kind: 'withdraw-assessment'; readonly finished: string; readonly draft: Draft }
    /** What the intent `finished` finished was entered in error. It stays, marked, with the reason. */
    | {
        readonly kind: 'enter-in-error';
        readonly finished: string;
        readonly draft: string;
        readonly reason: string;
      }
    | { readonly kind: 'mark-seen'; readonly matter: string }
    | { readonly kind: 'answer'; readonly matter: string; readonly outcome: string; readonly words: string };
}

/**
 * The truth about an intent. `sent` is neutral: it says that nobody has seen it.
 * Only `answered` means that a person has answered.
 */
export type Receipt =
  /** Held in memory only: "NOT SENT: lost if this browser closes". */
  | { readonly state: 'held-in-memory' }
  | { readonly state: 'saved-on-device'; readonly at: Instant }
  /** It may or may not have arrived. It is being checked, not sent again blindly. */
  | { readonly state: 'unknown'; readonly since: Instant }
  | { readonly state: 'sent'; readonly at: Instant }
  | { readonly state: 'seen'; readonly at: Instant; readonly by: string }
  | {
      readonly state: 'answered';
      readonly at: Instant;
      readonly by: string;
      readonly promisedBy: Instant | null;
    }
  | { readonly state: 'refused'; readonly at: Instant; readonly why: string };

/** How kept a draft is. `revision` names what is kept now; a port that cannot tell two savings apart leaves it out. */
export type DraftKept =
  | { readonly where: 'memory'; readonly revision?: string }
  | { readonly where: 'device'; readonly at: Instant; readonly revision?: string };

/** Nothing was kept: another draft is there than the one that this was made of. */
export interface DraftOvertaken {
  readonly where: 'overtaken';
  readonly by: KeptDraft;
}

/** A draft as a port has it. */
export interface KeptDraft {
  readonly draft: Draft;
  /** Another one at each saving. A port that cannot tell two savings apart leaves it out. */
  readonly revision?: string;
}

/** Where components hand over what people do. Components never write anywhere themselves. */
export interface CareActions {
  /**
   * Takes an intent over. Settles only when the receipt it gives is true. With a finished assessment it lets go of that
   * draft: what is finished does not come back as unfinished. It refuses one whose draft it has with other answers, because
   * somebody else gave them meanwhile, and one that another window has signed already with the same answers. It refuses to take
   * an assessment back once another draft of the form was begun, and what was taken back or marked already.
   */
  enqueue(intent: CareIntent): Promise<Receipt>;

  /** Gives the receipt of an intent now and whenever it changes, until `signal` aborts. */
  watchReceipt(intent: string, onReceipt: (receipt: Receipt) => void, signal: StopSignal): void;

  /**
   * Keeps a private draft. It never leaves as a final answer. `revision`: of the draft that this one was made of; `null`: of
   * none. Where another one is there, nothing is kept and that one is given: two windows never overwrite each other.
   */
  saveDraft(draft: Draft, revision: string | null): Promise<DraftKept | DraftOvertaken>;

  /** The draft that was kept for this resident and assessment, if any. */
  loadDraft(resident: ResidentId, assessment: string): Promise<KeptDraft | null>;

  /**
   * Every draft that was kept for this resident and is not finished, in any order; an empty list where there is none. It rejects
   * where it does not know. Without this method no form is listed as unfinished, and `loadDraft` finds each all the same.
   */
  listDrafts?(resident: ResidentId): Promise<readonly KeptDraft[]>;
}
