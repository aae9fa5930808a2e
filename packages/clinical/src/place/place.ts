import type { CivilDate } from '../time/types.ts';

/**
 * Everything that differs from one place to the next: data with an owner and a date, one file a place.
 * A second place goes live with a second file and no change of code.
 */
export interface PlaceConfiguration {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly dated: CivilDate;
  /** Who signed the clinical content, and when. `null`: "not signed off", and the screen says so. */
  readonly signedOff: { readonly by: string; readonly on: CivilDate } | null;
  readonly homes: readonly HomeConfiguration[];
  /** England's bank holidays that the working-day clock skips. */
  readonly bankHolidays: readonly CivilDate[];
  /** The last day that the list covers, as far as it was looked up. Absent: the year of its last holiday. */
  readonly bankHolidaysUntil?: CivilDate;
  /** After how long a section that was not refreshed reads as stale. */
  readonly staleAfterMinutes: number;
  /** The links in the ring list: services with hours. Numbers are never guessed. */
  readonly contacts: readonly ServiceContact[];
  /** What this place may use of an instrument, and has ruled about it, by the instrument's id. */
  readonly instruments?: Readonly<Record<string, InstrumentConfiguration>>;
}

export interface InstrumentConfiguration {
  /** The owner's permission to use the tool itself here, such that it can be looked up. Absent or blank: there is none. */
  readonly permissionRef?: string;
  /** The place's own tables, cuts and rulings, each with whose it is: what `score` takes as its second argument. */
  readonly settings?: unknown;
}

export interface HomeConfiguration {
  readonly id: string;
  readonly name: string;
  readonly kind: 'nursing' | 'residential';
  /** How the server says who lives here. */
  readonly roster:
    | { readonly kind: 'group'; readonly id: string }
    | { readonly kind: 'list'; readonly id: string }
    | { readonly kind: 'location'; readonly id: string };
  /** The practice this home is aligned to. */
  readonly practice: string | null;
  /** The weekly home round. `weekday` is 0 for Sunday to 6 for Saturday, `time` is London's: "14:00". */
  readonly round?: { readonly weekday: number; readonly time: string };
}

export interface ServiceContact {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** It is whom to ring about somebody with a plan for the last days of life. */
  readonly forLastDays?: boolean;
  readonly hours: readonly {
    readonly days: 'working-days' | 'every-day' | 'weekends-and-holidays';
    readonly from: string;
    readonly to: string;
  }[];
}
