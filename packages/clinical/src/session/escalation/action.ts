import type { DangerSign, RedFlag, TickedSign } from '../../escalation/ladder.ts';
import type { ObservationsNow } from '../../escalation/situation.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import type { Actor, AskedBy, ThreadAct, ThreadUrgency } from '../../thread/entry.ts';
import type { KindName } from '../../thread/kind.ts';
import type { Thread } from '../../thread/thread.ts';

/** The fields for words. */
export type EscalationField =
  'words' | 'more' | 'since' | 'think' | 'done' | 'decision' | 'decided-by' | 'presser';

/** What a person does at an escalation. */
export type EscalationPress =
  | { readonly kind: 'tick-danger'; readonly sign: DangerSign; readonly isTicked: boolean }
  | { readonly kind: 'tick-sign'; readonly sign: TickedSign['id']; readonly isTicked: boolean }
  | { readonly kind: 'say-usual'; readonly sign: TickedSign['id']; readonly usual: TickedSign['usual'] }
  | { readonly kind: 'tick-flag'; readonly flag: RedFlag; readonly isTicked: boolean }
  | { readonly kind: 'tick-worry'; readonly isTicked: boolean }
  | { readonly kind: 'say-infection'; readonly isPossible: boolean | null }
  | { readonly kind: 'write'; readonly field: EscalationField; readonly text: string }
  | { readonly kind: 'choose-matter'; readonly matter: KindName }
  | { readonly kind: 'say-who-asks'; readonly askedBy: AskedBy }
  | {
      readonly kind: 'observe';
      readonly assessment: string;
      readonly now: ObservationsNow;
    }
  /** Says which row of the plan fits what is seen; `null`: none. */
  | { readonly kind: 'choose-row'; readonly row: string | null }
  /** "It is her": room and date of birth were looked at. */
  | { readonly kind: 'check-name' }
  /** Sends it. A repeated press is the same escalation. `advised`: how soon the advice beside the resident wants somebody. */
  | {
      readonly kind: 'raise';
      readonly by: Actor;
      readonly clockOffsetMs: number | null;
      readonly advised?: ThreadUrgency | null;
    }
  /** Presses something on the thread after it was raised. */
  | {
      readonly kind: 'act';
      readonly by: Actor;
      readonly clockOffsetMs: number | null;
      readonly act: Exclude<ThreadAct, { kind: 'raise' }>;
    }
  /** Goes on with a thread of the home that was raised elsewhere. */
  | { readonly kind: 'go-on'; readonly thread: Thread }
  /** Hands one press over again, of which the port has said nothing. */
  | { readonly kind: 'hand-again'; readonly entry: string }
  | { readonly kind: 'say-line'; readonly line: string; readonly isSaid: boolean };

/** What the world says. */
export type EscalationNews =
  /** The signature of these observations stands no more. */
  | { readonly kind: 'observations-undone'; readonly assessment: string }
  /** The record, or the list of residents, has come to name another resident of the same or a similar name. */
  | { readonly kind: 'namesake-found' }
  | { readonly kind: 'enqueued'; readonly entry: string; readonly receipt: Receipt }
  | { readonly kind: 'enqueue-failed'; readonly entry: string }
  /** The port has said nothing for 30 seconds. */
  | { readonly kind: 'enqueue-silent'; readonly entry: string }
  | { readonly kind: 'receipt-changed'; readonly entry: string; readonly receipt: Receipt };

export type EscalationAction = EscalationPress | EscalationNews;
