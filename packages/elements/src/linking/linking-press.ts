import { pressesOf } from '../internal/press.ts';

/** Everything that a person does here. */
export type LinkingPress =
  | { readonly kind: 'type'; readonly text: string }
  /** Opens the local database. */
  | { readonly kind: 'unlock' }
  | { readonly kind: 'ask-again' }
  | { readonly kind: 'open'; readonly resident: string }
  /** Says that this resident of the server is the same person. */
  | { readonly kind: 'same-person'; readonly candidate: string }
  | { readonly kind: 'none-of-these' }
  | { readonly kind: 'tick'; readonly intent: string; readonly isTicked: boolean }
  | { readonly kind: 'tick-all' }
  /** Sends what is ticked. */
  | { readonly kind: 'link' };

export const linkingPresses = pressesOf<LinkingPress>();
