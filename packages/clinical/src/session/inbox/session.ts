import type { ResidentId } from '../../resident/identity.ts';
import type { About, ThreadEntry, ThreadSide } from '../../thread/entry.ts';
import type { KindName } from '../../thread/kind.ts';
import type { HandedEntry } from '../escalation/session.ts';

/** Whose threads are listed. It never changes in one session (SPEC G1). */
export type InboxScope =
  | { readonly kind: 'resident'; readonly resident: ResidentId }
  | { readonly kind: 'homes'; readonly place: string };

/** A thread as it stands on screen at a press. */
export interface ThreadOnScreen {
  readonly id: string;
  readonly matter: KindName;
  /** Who the entries are about: as it was raised, also where somebody has linked it since. */
  readonly about: About;
  /** The resident whom it is about now; `null`: nobody has said who the person is. */
  readonly resident: ResidentId | null;
  /** The side that raised it. The other side is asked. */
  readonly raisedBy: ThreadSide;
  /** Ids of its entries in their order. */
  readonly entries: readonly string[];
  readonly isOpen: boolean;
  /** The answer in force, by its entry; `null`: none. */
  readonly answer: string | null;
  /** The relative who asked and has to be told; `null`: nobody, or it is done. */
  readonly tell: string | null;
}

/** A further action beside the main outcome, as it is being written. */
export interface FurtherAction {
  readonly what: string;
  readonly owner: string;
}

/** What a person writes about one thread. Nothing of it goes out before a press on "send". */
export type Composing =
  | { readonly kind: 'ask'; readonly on: ThreadOnScreen; readonly words: string }
  /** The home replies to one question. */
  | {
      readonly kind: 'reply';
      readonly on: ThreadOnScreen;
      readonly question: string;
      readonly words: string;
    }
  | {
      readonly kind: 'answer';
      readonly on: ThreadOnScreen;
      /** One main outcome of the kind; `null`: none is chosen, and none is chosen beforehand. */
      readonly outcome: string | null;
      /** London time as a field has it: "2026-11-21T17:00". Empty: nothing is promised. */
      readonly promisedBy: string;
      readonly further: readonly FurtherAction[];
      readonly words: string;
    }
  | {
      readonly kind: 'link';
      readonly on: ThreadOnScreen;
      readonly resident: ResidentId | null;
      /** What the person has compared with the resident's own record. */
      readonly checked: { readonly number: boolean; readonly born: boolean };
    };

/** One press with its kind of thread, and what became of it. */
export interface InboxPressed extends HandedEntry {
  readonly matter: KindName;
}

/** A list of threads being worked on, at the practice or at the home, as a value. */
export interface InboxSession {
  readonly scope: InboxScope;
  /** The thread that is open; `null`: none. */
  readonly open: string | null;
  readonly composing: Composing | null;
  /** What was begun about other threads, or of another kind, and neither sent nor given up (SPEC I5). */
  readonly aside: readonly Composing[];
  /** Who presses, as typed here. Counts only where the page does not say it. */
  readonly presser: string;
  /** What was pressed here, oldest first. */
  readonly pressed: readonly InboxPressed[];
  /** Refused presses that somebody has read. */
  readonly noted: readonly string[];
}

/** A list that nobody has touched. */
export function openInbox(scope: InboxScope): InboxSession {
  return { scope, open: null, composing: null, aside: [], presser: '', pressed: [], noted: [] };
}

/** What a person has pressed on a thread, oldest first. */
export function pressedOn({ pressed }: InboxSession, thread: string): readonly InboxPressed[] {
  return pressed.filter(({ entry }) => entry.thread === thread);
}

export type InboxAct = Extract<
  ThreadEntry['act'],
  {
    kind:
      | 'see'
      | 'take'
      | 'let-go'
      | 'ask'
      | 'answer'
      | 'join'
      | 'link'
      | 'worse'
      | 'better'
      | 'reply'
      | 'happened'
      | 'told';
  }
>;
