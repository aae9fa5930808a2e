import type { AccountsMessage } from '../messages/accounts.ts';
import type { SideState } from '../messages/side-state.ts';
import type { Identifiers } from '../messages/side.ts';
import type { TeachPressed } from '../messages/teaching.ts';

/** What the panel shows: the vault's last state, or why it cannot show one. */
export type PanelState =
  | SideState
  /** The vault has not answered yet. */
  | { readonly kind: 'starting' }
  /** The person on the page, or the tab in front, has changed. The vault has not said yet who is there now. */
  | { readonly kind: 'changing' }
  /** The vault does not answer. What it said last may no longer hold. */
  | { readonly kind: 'silent' }
  /** The browser stopped the vault, so its last state no longer holds. */
  | { readonly kind: 'lost' }
  /** The vault sent a state that this panel cannot read. */
  | { readonly kind: 'not-understood' };

/** What the user can press in the panel. */
export interface PanelActions {
  /** What a person presses about their session: sign in, lock, unlock, sign out. */
  readonly account: (message: AccountsMessage) => void;
  readonly confirmIdentity: (ctx: string) => void;
  readonly readRoster: () => void;
  readonly findByHand: (identifiers: Identifiers) => void;
  readonly chooseByHand: (ctx: string, resident: string) => void;
  readonly keepByHand: (ctx: string) => void;
  readonly putAway: () => void;
  readonly goOnWithPage: (ctx: string) => void;
  /** The press asks the browser for its permission first, and binds the template only where a person granted it. */
  readonly enableSite: (origin: string, template: string | null) => void;
  readonly revokeSite: (origin: string) => void;
  /** Asks the browser for its permission first, and begins to teach the page or goes on with a draft. */
  readonly teachBegin: (origin: string, draft: boolean) => void;
  readonly teachPress: (ctx: string, pressed: TeachPressed) => void;
  /** Puts the text of a taught adapter on the clipboard, at the press itself. */
  readonly copyAdapter: (text: string) => void;
}

/** The states in which a record stands in the panel. */
export type ShownState = Extract<SideState, { kind: 'shown' | 'by-hand' }>;

export function isRecordShown(state: PanelState): state is ShownState {
  return state.kind === 'shown' || state.kind === 'by-hand';
}
