import type { InboxPressed } from './session.ts';

/** What the practice's list asks to be done. Who carries it out answers with an action of the same session. */
export type InboxEffect =
  /** → `enqueued`, `enqueue-failed` or `enqueue-silent`. */
  | {
      readonly kind: 'enqueue';
      readonly entry: InboxPressed['entry'];
      readonly matter: InboxPressed['matter'];
    }
  /** → `receipt-changed`, as often as it changes. */
  | { readonly kind: 'watch-receipt'; readonly entry: string };
