import type { StopSignal } from './stop-signal.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { PlanLineKind, PlanText } from '../care-plan/line.ts';
import type { FinishedAssessment } from '../assessment/types.ts';
import type { Decider } from '../place/place.ts';
import type { Draft, FormDefinition } from '../form/types.ts';
import type { Author } from '../recorded.ts';
import type { ClinicalSettingIntent } from './clinical-setting.ts';
import type { LeftHome, ResidentEntered } from '../resident/resident-entered.ts';
import type { ThreadEntry } from '../thread/entry.ts';
import type { KindName } from '../thread/kind.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** What a person asked for. `id` is made at the press, so that a repeat counts as the same intent. */
export interface CareIntent {
  readonly id: string;
  /** `null`: somebody who is not on the list. */
  readonly resident: ResidentId | null;
  readonly pressedAt: Instant;
  readonly what:
    /** `form`: what was filled in, so that whoever writes the answers need not look for it. */
    | {
        readonly kind: 'finish-assessment';
        readonly assessment: FinishedAssessment;
        readonly form: FormDefinition;
      }
    /** Takes the assessment of the intent `finished` back, within minutes. Its answers become the draft again. `by`: who did it. */
    | {
        readonly kind: 'withdraw-assessment';
        readonly finished: string;
        readonly draft: Draft;
        readonly by: Author;
      }
    /** Marks the assessment of the intent `finished` as entered in error. It stays, with the reason and who gave it. */
    | {
        readonly kind: 'enter-in-error';
        readonly finished: string;
        readonly draft: string;
        readonly reason: string;
        readonly by: Author;
      }
    /**
     * Puts somebody on the list of a home without a server. `resident` of the intent is a new UUID. `looked`: the residents
     * who are alike, at whom somebody has looked and said that they are other people.
     */
    | {
        readonly kind: 'add-resident';
        readonly home: { readonly id: string; readonly name: string };
        readonly person: ResidentEntered;
        readonly looked: readonly ResidentId[];
        readonly by: Author;
      }
    | {
        readonly kind: 'correct-resident';
        readonly person: ResidentEntered;
        readonly looked: readonly ResidentId[];
        readonly by: Author;
      }
    /** Takes somebody off the list. What was recorded stays. `on`: the day, as far as it is known. */
    | {
        readonly kind: 'resident-left';
        readonly why: LeftHome;
        readonly on: PartialDate | null;
        readonly by: Author;
      }
    | PlanLineIntent
    | ClinicalSettingIntent
    /** One press on a thread between the home and its practice. The intent's id is the entry's. */
    | { readonly kind: 'thread-entry'; readonly matter: KindName; readonly entry: ThreadEntry };
}

/**
 * One press on one line of the care plan. A decision is replaced whole, and offline or by a carer it is only proposed.
 */
export interface PlanLineIntent {
  readonly kind: 'plan-line';
  readonly act:
    | 'add'
    | 'change'
    /** The line holds no longer. It stays readable, with the reason. */
    | 'end'
    /** Somebody wants a decision added or changed. Nothing goes by it until somebody who may decide takes it over. */
    | 'propose'
    /** A decision in the place of another, which ends. */
    | 'replace';
  readonly of: PlanLineKind;
  /** The line as the view names it. `null`: a new one. */
  readonly line: string | null;
  /** The fields as they stood on screen when the change began. `null`: a new one. */
  readonly before: PlanText | null;
  /** The fields as they were saved. `null`: the line ends. */
  readonly after: PlanText | null;
  /** Why it ends; `null`: it does not. */
  readonly reason: string | null;
  /** Other decisions that contradict `line`, and end with it: a new one stands in the place of all (session SPEC L10). */
  readonly alsoEnds?: readonly string[];
  /** The proposal that this decision takes over. It ends with it. */
  readonly proposal?: string;
  /**
   * The line of the place file by which this person decides. Without one that fits `by` on the day of the press, a port takes no
   * decision: it is proposed.
   */
  readonly decider?: Decider;
  readonly by: Author;
}

/** What somebody else had changed in the same record, in the words of our screens, and when; `null`: the server did not say. */
export interface MergedWith {
  readonly fields: readonly string[];
  readonly at: Instant | null;
}

/**
 * The truth about an intent. `sent` is neutral: it says that nobody has seen it.
 * Only `answered` means that a person has answered.
 */
export type Receipt =
  /** Held in memory only: "NOT SENT: lost if this browser closes". `server`: there is none to which it could be sent. */
  | { readonly state: 'held-in-memory'; readonly server?: 'none' }
  | { readonly state: 'saved-on-device'; readonly at: Instant; readonly server?: 'none' }
  /**
   * It may or may not have arrived. The port checks that first, and never sends it again blindly. `isBeingSent`: it is on its
   * way at this moment.
   */
  | { readonly state: 'unknown'; readonly since: Instant; readonly isBeingSent?: true }
  /**
   * `isDeleted`: it arrived, and somebody had deleted it before this device heard so. It is not sent again. `merged`: it was put
   * together with somebody else's change of the same record.
   */
  | {
      readonly state: 'sent';
      readonly at: Instant;
      readonly isDeleted?: true;
      readonly merged?: MergedWith;
    }
  | { readonly state: 'seen'; readonly at: Instant; readonly by: string }
  | {
      readonly state: 'answered';
      readonly at: Instant;
      readonly by: string;
      readonly promisedBy: Instant | null;
    }
  | { readonly state: 'refused'; readonly at: Instant; readonly why: string }
  /** A person gave it up, so it is never sent. The reason stays in the log. */
  | { readonly state: 'given-up'; readonly at: Instant; readonly by: string; readonly why: string };

/**
 * Where a draft is kept. `revision` names the kept version; a port that cannot tell two versions apart leaves it out.
 */
export type DraftKept =
  | { readonly where: 'memory'; readonly revision?: string }
  | { readonly where: 'device'; readonly at: Instant; readonly revision?: string };

/** Nothing was kept: the port holds another draft than the one that this draft was based on. */
export interface DraftOvertaken {
  readonly where: 'overtaken';
  readonly by: KeptDraft;
}

/** A draft as a port holds it. */
export interface KeptDraft {
  readonly draft: Draft;
  /** A new value at each save. A port that cannot tell two versions apart leaves it out. */
  readonly revision?: string;
  /** Its signature was taken back, and the server does not have that yet. Absent: it was not, or it has. */
  readonly takenBack?: TakenBackBefore;
}

/** The taking back of a draft's signature, and what became of it. While it is refused, the signature stands. */
export interface TakenBackBefore {
  /** The intent of the taking back, for `watchReceipt`. */
  readonly intent: string;
  readonly receipt: Receipt;
}

/** The port that takes what people do. Components never write anywhere themselves. */
export interface CareActions {
  /**
   * Takes an intent over. It settles only when the receipt is true. A finished assessment removes its draft, so that
   * it does not come back as unfinished. The port refuses an assessment if its own draft has other answers, because
   * another person gave them meanwhile. It refuses to take an assessment back once another draft of the form was begun.
   * It refuses an assessment that another window has signed already with the same answers. It refuses to take back what was
   * taken back or marked already.
   * A draft of a finished assessment that arrives late keeps nothing.
   */
  enqueue(intent: CareIntent): Promise<Receipt>;

  /** Calls `onReceipt` with the receipt of an intent now and at every change, until `signal` aborts. */
  watchReceipt(intent: string, onReceipt: (receipt: Receipt) => void, signal: StopSignal): void;

  /**
   * Keeps a private draft, which never leaves as a final answer. `revision` is that of the draft that this one was
   * based on, or `null` for a new draft. If the port holds another version, it keeps nothing and returns that
   * version, so that two windows never overwrite each other.
   */
  saveDraft(draft: Draft, revision: string | null): Promise<DraftKept | DraftOvertaken>;

  /** Returns the kept draft of this resident and assessment, or `null`. */
  loadDraft(resident: ResidentId, assessment: string): Promise<KeptDraft | null>;

  /**
   * Returns every kept draft of this resident that is not finished, in any order. It rejects if the port does not
   * know: an unknown list is not an empty one. Without this method no form is listed as unfinished, but `loadDraft`
   * still finds each.
   */
  listDrafts?(resident: ResidentId): Promise<readonly KeptDraft[]>;
}
