import type { ThreadEntry } from '../../thread/entry.ts';
import type { Instant } from '../../time/types.ts';

/** What an escalation asks to be done. Who carries it out answers with an action of the same session. */
export type EscalationEffect =
  /** → `enqueued`, `enqueue-failed` or `enqueue-silent`. */
  | { readonly kind: 'enqueue'; readonly entry: ThreadEntry }
  /** → `receipt-changed`, as often as it changes. */
  | { readonly kind: 'watch-receipt'; readonly entry: string }
  /** Draws the screen again at a moment: something has to be said if nobody has answered by then. */
  | { readonly kind: 'look-again'; readonly at: Instant }
  /** For the live region: the receipt says something else now. */
  | { readonly kind: 'announce' };
