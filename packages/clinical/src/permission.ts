import type { CivilDate } from './time/types.ts';

/**
 * Whether the owner of an instrument allows this program to carry it. The release check reads this data and refuses to
 * publish while an instrument is `unconfirmed` or `asked`.
 */
export type Permission =
  /** No permission is needed. `because` says why: anybody may use the rule, or the owner says so. */
  | { readonly state: 'not-needed'; readonly because: string }
  /** The owner's terms are not known to allow it, and nobody has asked the owner. `because` says what is open. */
  | { readonly state: 'unconfirmed'; readonly because: string }
  | { readonly state: 'asked'; readonly on: CivilDate; readonly because: string }
  /** The owner has agreed. `reference` says where to look the answer up. */
  | {
      readonly state: 'held';
      readonly on: CivilDate;
      readonly reference: string;
      readonly because: string;
    }
  /**
   * This program holds no part of the tool. A user needs the owner's permission, which the place's configuration names
   * (`InstrumentConfiguration.permissionRef`).
   */
  | { readonly state: 'needed-by-user'; readonly because: string };

/** The notice beside an instrument whose owner has not yet agreed. */
export const FOR_DEMONSTRATION = 'Shown for demonstration; permission not confirmed.';

/** Whether a program with this instrument may be published for use. */
export function isConfirmed({ state }: Permission): boolean {
  return state === 'not-needed' || state === 'held' || state === 'needed-by-user';
}
