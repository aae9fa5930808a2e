import type { Ladder } from '../escalation/ladder.ts';
import type { ThreadTimes } from '../thread/standing.ts';
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
  /** `none`: this area has no shared server. Everything stays on the PC, and people put residents on the list. */
  readonly server?: 'none';
  /**
   * Where the place is. Enhanced Health in Care Homes is England's, so elsewhere no clock of it runs. [P] Absent means England,
   * for which the kit was made.
   */
  readonly nation?: Nation;
  /** The nation's bank holidays that the working-day clock and the opening hours skip. */
  readonly bankHolidays: readonly CivilDate[];
  /** The last day that the list covers. If absent, it covers the year of its last holiday. */
  readonly bankHolidaysUntil?: CivilDate;
  /** Minutes after which a section without a refresh is stale. */
  readonly staleAfterMinutes: number;
  /** The services to ring, with their hours. A telephone number is never guessed. */
  readonly contacts: readonly ServiceContact[];
  /** The practices' inboxes, with the hours in which somebody looks at them. */
  readonly inboxes?: readonly InboxConfiguration[];
  /** What to do by what is seen. Without it a component names the services that are open, and no rung. */
  readonly ladder?: Ladder;
  /** The minutes for threads. Without them nothing counts as late, and nobody is said to wait too long. */
  readonly threads?: ThreadTimes;
  /** The place's permission and settings for each instrument, by the instrument's id. */
  readonly instruments?: Readonly<Record<string, InstrumentConfiguration>>;
}

export type Nation = 'england' | 'wales' | 'scotland' | 'northern-ireland';

/** Where a practice reads what a home sends. */
export interface InboxConfiguration {
  readonly id: string;
  readonly title: string;
  /** When somebody looks at it. Outside these hours nobody does, and the sender is told so. */
  readonly monitored: readonly OpeningHours[];
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
    | { readonly kind: 'location'; readonly id: string }
    /** Where there is no server: people put the residents on the list. */
    | { readonly kind: 'local' };
  /** The GP practice that this home is aligned to. */
  readonly practice: string | null;
  /** The inbox to which this home's matters go. Absent: nobody has said when they are looked at. */
  readonly inbox?: string;
  /** For whoever comes: "1 Mill Lane, XX1 1XX". */
  readonly address?: string;
  /** How to get in: "key safe by the side door". */
  readonly access?: string;
  /** The number on which the home can be rung back. */
  readonly phone?: string;
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
