import type { Receipt } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Actor } from '../../thread/entry.ts';
import type { ThreadOnScreen } from './session.ts';

/** Who presses, with what is known of the device's clock. */
interface Pressing {
  readonly by: Actor;
  readonly clockOffsetMs: number | null;
}

/** What a person does. `on`: the thread as it stood on screen at the press. */
export type InboxDoes =
  /** Opens a thread, or closes it; `null`: closes whatever is open. */
  | { readonly kind: 'open-thread'; readonly thread: string | null }
  | { readonly kind: 'begin'; readonly what: 'ask' | 'answer' | 'link'; readonly on: ThreadOnScreen }
  /** The home begins to reply to a question. */
  | { readonly kind: 'begin-reply'; readonly question: string; readonly on: ThreadOnScreen }
  /** Gives up what was being written. */
  | { readonly kind: 'cancel' }
  /** Gives up everything that was written about one thread, as where the thread is not in the list any more. */
  | { readonly kind: 'drop'; readonly thread: string }
  | { readonly kind: 'write'; readonly field: 'words' | 'promised-by' | 'presser'; readonly text: string }
  | { readonly kind: 'choose-outcome'; readonly outcome: string }
  /** Adds a further action, or takes it away. */
  | { readonly kind: 'tick-further'; readonly what: string; readonly isTicked: boolean }
  | { readonly kind: 'say-owner'; readonly what: string; readonly owner: string }
  | { readonly kind: 'choose-resident'; readonly resident: ResidentId }
  | { readonly kind: 'check'; readonly what: 'number' | 'born'; readonly isTicked: boolean }
  /** "I have read what is new." */
  | { readonly kind: 'look'; readonly on: ThreadOnScreen }
  | (Pressing & {
      readonly kind: 'attend';
      readonly act: 'see' | 'take' | 'let-go' | 'worse' | 'better';
      readonly on: ThreadOnScreen;
    })
  | (Pressing & { readonly kind: 'join'; readonly on: ThreadOnScreen; readonly into: ThreadOnScreen })
  /** The home confirms that what was promised happened, or that the relative who had asked was told. */
  | (Pressing & {
      readonly kind: 'confirm';
      readonly what: 'happened' | 'told';
      readonly on: ThreadOnScreen;
    })
  /** Sends what was written about this thread. */
  | (Pressing & { readonly kind: 'send'; readonly on: ThreadOnScreen })
  /** Hands one press over again, of which the port has said nothing. */
  | { readonly kind: 'hand-again'; readonly entry: string }
  /** Somebody has read that a press was refused. */
  | { readonly kind: 'note'; readonly entry: string };

/** What the world says of a press. */
export type InboxNews =
  | { readonly kind: 'enqueued'; readonly entry: string; readonly receipt: Receipt }
  | { readonly kind: 'enqueue-failed'; readonly entry: string }
  /** The port has said nothing for 30 seconds. */
  | { readonly kind: 'enqueue-silent'; readonly entry: string }
  | { readonly kind: 'receipt-changed'; readonly entry: string; readonly receipt: Receipt };

export type InboxAction = InboxDoes | InboxNews;
