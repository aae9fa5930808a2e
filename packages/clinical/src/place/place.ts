import type { CivilDate } from '../time/types.ts';
import type { OpeningHours } from './opening-hours.ts';

/**
 * Everything that differs between places: data with an owner and a date, in one file for each place.
 * A second place needs a second file, and no change of code.
 */
export interface PlaceConfiguration {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly dated: CivilDate;
  /** Who signed off the clinical content, and when. `null` means "not signed off", and the screen says so. */
  readonly signedOff: { readonly by: string; readonly on: CivilDate } | null;
  readonly homes: readonly HomeConfiguration[];
  /** England's bank holidays that the working-day clock skips. */
  readonly bankHolidays: readonly CivilDate[];
  /** The last day that the list covers. If absent, it covers the year of its last holiday. */
  readonly bankHolidaysUntil?: CivilDate;
  /** Minutes after which a section without a refresh is stale. */
  readonly staleAfterMinutes: number;
  /** The services to ring, with their hours. A telephone number is never guessed. */
  readonly contacts: readonly ServiceContact[];
  /** The place's permission and settings for each instrument, by the instrument's id. */
  readonly instruments?: Readonly<Record<string, InstrumentConfiguration>>;
}

export interface InstrumentConfiguration {
  /**
   * A reference to the owner's permission to use the tool here, so that it can be looked up. Absent or blank means
   * none.
   */
  readonly permissionRef?: string;
  /** The place's own tables, cut-offs and rulings, each with its owner: the second argument of `score`. */
  readonly settings?: unknown;
}

export interface HomeConfiguration {
  readonly id: string;
  readonly name: string;
  readonly kind: 'nursing' | 'residential';
  /** How the server records who lives here. */
  readonly roster:
    | { readonly kind: 'group'; readonly id: string }
    | { readonly kind: 'list'; readonly id: string }
    | { readonly kind: 'location'; readonly id: string };
  /** The GP practice that this home is aligned to. */
  readonly practice: string | null;
  /** The weekly home round. `weekday` is 0 for Sunday to 6 for Saturday, `time` is London's: "14:00". */
  readonly round?: { readonly weekday: number; readonly time: string };
}

export interface ServiceContact {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** Whether to ring this service about a resident with a plan for the last days of life. */
  readonly forLastDays?: boolean;
  readonly hours: readonly OpeningHours[];
  /** When somebody last rang the number to see that it is right. Absent: nobody has said. */
  readonly checkedOn?: CivilDate;
}
