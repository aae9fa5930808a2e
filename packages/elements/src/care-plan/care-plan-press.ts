import type { PlanPress } from '@ehch/clinical/session';
import { pressesOf } from '../internal/press.ts';
import type { RetryPress } from '../internal/retry.ts';
import type { PreparedCopy } from './copies/copy-stops.ts';

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
  | { readonly kind: 'print' }
  | RetryPress
  | { readonly kind: 'open-copy'; readonly isOpen: boolean }
  | { readonly kind: 'copy-for'; readonly whom: Exclude<PreparedCopy['whom'], null> }
  | { readonly kind: 'tick-copy'; readonly part: string; readonly isTicked: boolean }
  /** Somebody says that nothing on the copy must not be told. `words`: at which they looked; `null`: they took it back. */
  | { readonly kind: 'look-at-copy'; readonly words: string | null }
  | { readonly kind: 'print-copy' };

/** The presses that get a copy in plain English ready. */
export type CopyPress = Extract<
  CarePlanPress,
  { readonly kind: 'open-copy' | 'copy-for' | 'tick-copy' | 'look-at-copy' }
>;

export const planPresses = pressesOf<CarePlanPress>();
