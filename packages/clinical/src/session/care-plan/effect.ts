import type { CareIntent } from '../../ports/care-actions.ts';

/** What a plan asks to be done. Who carries it out answers with an action of the same session. */
export type PlanEffect =
  /** → `enqueued`, `enqueue-failed` or `enqueue-silent`. */
  | { readonly kind: 'enqueue'; readonly intent: CareIntent }
  /** → `receipt-changed`, as often as it changes. */
  | { readonly kind: 'watch-receipt'; readonly intent: string }
  /** For the live region: what was saved, changed elsewhere, or refused. */
  | { readonly kind: 'announce'; readonly what: 'saved' | 'proposed' | 'changed-elsewhere' | 'receipt' };
