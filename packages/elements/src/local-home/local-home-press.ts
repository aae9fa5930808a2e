import type { LeftHome } from '@ehch/clinical';
import { pressesOf } from '../internal/press.ts';
import type { EntryField } from './local-home-session.ts';

/** Everything that a person does here. */
export type LocalHomePress =
  /** Opens an empty form. */
  | { readonly kind: 'add' }
  | { readonly kind: 'correct'; readonly resident: string }
  | { readonly kind: 'take-off'; readonly resident: string }
  | { readonly kind: 'type'; readonly field: EntryField; readonly text: string }
  | { readonly kind: 'choose-why'; readonly why: LeftHome }
  /** Keeps what was entered, or says first what has to be corrected or looked at. */
  | { readonly kind: 'keep' }
  /** Somebody has looked at whoever is alike: they are other people. */
  | { readonly kind: 'other-people' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'show-left'; readonly shown: boolean }
  | { readonly kind: 'show-resident'; readonly resident: string };

export const homePresses = pressesOf<LocalHomePress>();
