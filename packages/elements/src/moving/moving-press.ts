import { pressesOf } from '../internal/press.ts';

/** The fields of both forms. */
export type MovingField = 'leaving' | 'leaving-again' | 'coming' | 'secret' | 'secret-again';

/** Everything that a person does here. */
export type MovingPress =
  | { readonly kind: 'type'; readonly field: MovingField; readonly text: string }
  /** Seals everything in a file. */
  | { readonly kind: 'export' }
  | { readonly kind: 'save' }
  | { readonly kind: 'choose-file' }
  /** Takes the chosen file in. */
  | { readonly kind: 'import' };

export const movingPresses = pressesOf<MovingPress>();
