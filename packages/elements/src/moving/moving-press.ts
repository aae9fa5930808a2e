import { pressesOf } from '../internal/press.ts';

/** The fields of both forms. */
export type MovingField = 'leaving' | 'leaving-again' | 'coming' | 'secret' | 'secret-again' | 'erase';

/** Everything that a person does here. */
export type MovingPress =
  | { readonly kind: 'type'; readonly field: MovingField; readonly text: string }
  /** Seals everything in a file. */
  | { readonly kind: 'export' }
  | { readonly kind: 'save' }
  | { readonly kind: 'choose-file' }
  /** Takes the chosen file in. */
  | { readonly kind: 'import' }
  /** Asks how much would be erased. */
  | { readonly kind: 'count' }
  /** Erases everything, once the word was typed. */
  | { readonly kind: 'erase' };

export const movingPresses = pressesOf<MovingPress>();
