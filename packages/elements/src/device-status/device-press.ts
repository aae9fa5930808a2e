import { pressesOf } from '../internal/press.ts';

/** The decisions that need no reason. */
export type DecidedAs = 'mine' | 'theirs' | 'try-again' | 'take-over';

/** Everything that a person does here. */
export type DevicePress =
  | { readonly kind: 'try-now' }
  /** A person has read what was lost, and how much it was. */
  | { readonly kind: 'note-lost'; readonly shown: number }
  | { readonly kind: 'load'; readonly go: boolean }
  | { readonly kind: 'ask-again' }
  | { readonly kind: 'open'; readonly intent: string }
  /** Shows what became of the open one since it was opened. */
  | { readonly kind: 'show-newest'; readonly intent: string }
  | { readonly kind: 'later' }
  | { readonly kind: 'decide'; readonly intent: string; readonly as: DecidedAs }
  /** Takes one choice of a conflict from one side. It counts once all of them are decided. */
  | { readonly kind: 'take'; readonly choice: string; readonly side: 'mine' | 'theirs' }
  | { readonly kind: 'decide-each'; readonly intent: string }
  /** Asks for the reason first. */
  | { readonly kind: 'give-up'; readonly intent: string }
  | { readonly kind: 'type-why'; readonly why: string }
  | { readonly kind: 'discard'; readonly intent: string }
  | { readonly kind: 'keep' }
  | { readonly kind: 'copy'; readonly intent: string }
  | { readonly kind: 'show-resident'; readonly resident: string };

export const presses = pressesOf<DevicePress>();
