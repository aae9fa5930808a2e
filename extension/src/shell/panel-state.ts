import type { SideState } from '../messages/side-state.ts';

/** What the panel shows: what the vault said last, or why nothing of it can be shown. */
export type PanelState =
  | SideState
  /** The vault has said nothing yet. */
  | { readonly kind: 'starting' }
  /** The browser stopped the vault. */
  | { readonly kind: 'lost' }
  /** Something came that this panel cannot read. */
  | { readonly kind: 'not-understood' };

/** What a person can do in the panel. */
export interface PanelActions {
  readonly confirmIdentity: (ctx: string) => void;
  readonly readRoster: () => void;
}
