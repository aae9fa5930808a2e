import type { CivilDate } from './time/types.ts';

/**
 * Whether the owner of an instrument lets this program carry what it carries of it. Data and no opinion: the release check
 * refuses to publish while an instrument is `unconfirmed` or `asked`.
 */
export type Permission =
  /** Nobody has to be asked, and `because` says why: a rule that anybody may use, or an owner who says so. */
  | { readonly state: 'not-needed'; readonly because: string }
  /** The owner's terms are not known to allow it, and nobody has been asked. `because` says what is open. */
  | { readonly state: 'unconfirmed'; readonly because: string }
  | { readonly state: 'asked'; readonly on: CivilDate; readonly because: string }
  /** `reference`: such that the owner's answer can be looked up. */
  | {
      readonly state: 'held';
      readonly on: CivilDate;
      readonly reference: string;
      readonly because: string;
    }
  /**
   * This program holds no part of the tool: who uses it needs its owner's permission, and the place's configuration names
   * it (`InstrumentConfiguration.permissionRef`).
   */
  | { readonly state: 'needed-by-user'; readonly because: string };

/** What stands with an instrument that is shown before its owner has agreed. */
export const FOR_DEMONSTRATION = 'Shown for demonstration; permission not confirmed.';

/** Whether a program that carries the instrument may be given to anybody for use. */
export function isConfirmed({ state }: Permission): boolean {
  return state === 'not-needed' || state === 'held' || state === 'needed-by-user';
}
