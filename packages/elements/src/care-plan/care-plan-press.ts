import { pressesOf } from '../internal/press.ts';

/** Everything that a person does on the card. */
export type CarePlanPress =
  /** Shows one decision on a page of its own. `line`: its id. */
  | { readonly kind: 'show-decision'; readonly line: string }
  | { readonly kind: 'show-plan' }
  | { readonly kind: 'print' };

export const planPresses = pressesOf<CarePlanPress>();
