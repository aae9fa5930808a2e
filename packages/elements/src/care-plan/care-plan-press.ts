import type { PlanPress } from '@ehch/clinical/session';
import { pressesOf } from '../internal/press.ts';

/** Everything that a person does on the card. The component adds who pressed, and whether this person may decide. */
export type CarePlanPress =
  | Exclude<PlanPress, { readonly kind: 'save' | 'end-line' }>
  | { readonly kind: 'save'; readonly key: string }
  /** Asks why a line holds no longer, before it ends. */
  | { readonly kind: 'ask-end'; readonly line: string | null }
  | { readonly kind: 'write-reason'; readonly text: string }
  | { readonly kind: 'end-line'; readonly line: string }
  | { readonly kind: 'write-presser'; readonly text: string }
  /** Shows, or puts away, what each line can be changed by. */
  | { readonly kind: 'change-plan'; readonly isOn: boolean }
  /** Shows one decision on a page of its own. `line`: its id. */
  | { readonly kind: 'show-decision'; readonly line: string }
  | { readonly kind: 'show-plan' }
  | { readonly kind: 'print' };

export const planPresses = pressesOf<CarePlanPress>();
