import type { SideState } from '../messages/side.ts';

/** What the panel shows: what the vault said last, or why nothing of it can be shown. */
export type PanelState =
  | SideState
  /** The vault has said nothing yet. */
  | { readonly is: 'starting' }
  /** The browser stopped the vault. */
  | { readonly is: 'lost' }
  /** Something came that this panel cannot read. */
  | { readonly is: 'not-understood' };

/** What a person can do in the panel. */
export interface PanelActions {
  readonly confirmIdentity: (ctx: string) => void;
  readonly readRoster: () => void;
}
