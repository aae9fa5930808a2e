import type { Ladder } from '../escalation/ladder.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { RoleId } from '../roles/role.ts';
import type { ThreadTimes } from '../thread/standing.ts';
import type { KindName } from '../thread/kind.ts';
import type { CivilDate } from '../time/types.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { WithdrawnContent } from './withdrawn.ts';

/** England alone has EHCH and its clock of 7 working days. */
export type Nation = 'england' | 'scotland' | 'wales' | 'northern-ireland';

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
  /** Written by the makers of the kit as an example. Every screen says so. */
  readonly isSample?: boolean;
  /** Absent: nobody has said, and nothing that belongs to one nation counts. */
  readonly nation?: Nation;
  readonly homes: readonly HomeConfiguration[];
  readonly practices?: readonly PracticeConfiguration[];
  /** Residents whose home or practice the roster does not say. */
  readonly residents?: readonly ResidentPlacement[];
  /** `none`: this area has no shared server. Everything stays on the PC, and people put residents on the list. */
  readonly server?: 'none';
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
  /** What nobody may go on using here, from the moment that this file is in force. */
  readonly withdrawn?: readonly WithdrawnContent[];
  /** Who may take observations. Absent: nobody is named, so nobody is offered that step. */
  readonly observers?: readonly Observer[];
  /**
   * Who may decide about limits, CPR, advance decisions, capacity and what to do "if I become unwell". Absent: nobody is named, so
   * everybody proposes.
   */
  readonly deciders?: readonly Decider[];
  /** What the roles of this place's servers mean here. Absent: the kit's table alone counts. */
  readonly staffRoles?: readonly StaffRoleLine[];
  /** The place's own words for the outcomes of an answer, by kind and outcome. Absent: the kit's. */
  readonly outcomeWords?: Readonly<Partial<Record<KindName, Readonly<Record<string, string>>>>>;
  /**
   * What the home round goes through for each resident, in its order. It is checked and kept, and no screen reads it yet: the home round
   * will go by it (docs/place-file.md).
   */
  readonly agenda?: readonly AgendaItem[];
  /** The assessments that people are offered here, by the id of the template, in their order. Absent: all. */
  readonly templates?: readonly string[];
  readonly thresholds?: PlaceThresholds;
  /** Not part of a file. A newer file was refused, so this one, the last good one, stays in force. Every screen says so. */
  readonly refusedNewer?: RefusedFile;
}

/** A practice, with the residents of its homes. */
export interface PracticeConfiguration {
  readonly id: string;
  readonly name: string;
  /** The id of the contact on which it is rung. */
  readonly contact?: string;
  /** The id of its inbox, for residents who are registered with it. */
  readonly inbox?: string;
}

/** Where one resident lives, and which practice looks after them. */
export interface ResidentPlacement {
  /** The id that the server gives. Never an NHS number. */
  readonly resident: ResidentId;
  /** The id of a home. */
  readonly home: string;
  /** The id of a practice. Absent: the practice of the home. */
  readonly practice?: string;
}

/** Somebody who may take observations: everybody in a role, or one person. */
export interface Observer {
  readonly kind: 'role' | 'person';
  /** The role or the name as the sign-in gives it. Capitals do not count. */
  readonly who: string;
  /** The last day on which it holds. `null`: no end. */
  readonly until: CivilDate | null;
}

/** Somebody who may decide about a resident's plan: everybody in a role, or one person, until a day. */
export type Decider = Observer;

/** What one role of a server means here: by its code in a code system, or by its words. Capitals do not count in words. */
export type StaffRoleLine =
  | { readonly kind: 'code'; readonly system: string; readonly code: string; readonly role: RoleId }
  | { readonly kind: 'words'; readonly words: string; readonly role: RoleId };

/** One point of the home round. */
export interface AgendaItem {
  readonly id: string;
  readonly words: string;
}

/** Further limits of the place. Each is a decision of the place, with its owner. */
export interface PlaceThresholds {
  /** After how many days somebody should ring a number again to see that it is right. */
  readonly numberCheckedWithinDays?: number;
  /** How many days before the list of bank holidays ends somebody is told. */
  readonly holidaysKnownAheadDays?: number;
}

/** Why a newer file is not in force: "Line 12: …", most pressing first. */
export interface RefusedFile {
  readonly lines: readonly string[];
  /** No newer file was read at all, so what was withdrawn since is not known. */
  readonly isUnfetched?: boolean;
}

/** Where a practice reads what a home sends. */
export interface InboxConfiguration {
  readonly id: string;
  readonly title: string;
  /** When somebody looks at it. Outside these hours nobody does, and the sender is told so. */
  readonly monitored: readonly OpeningHours[];
}

/** What a place has decided about one instrument. */
export interface InstrumentConfiguration {
  /**
   * A reference to the owner's permission to use the tool here, so that it can be looked up. Absent or blank means
   * none.
   */
  readonly permissionRef?: string;
  /** The place's own tables, cut-offs and rulings, each with its owner: the second argument of `score`. */
  readonly settings?: unknown;
}

/** One care home of a place. */
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

/** A service that the home can ring, with the hours in which somebody answers. */
export interface ServiceContact {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** Whether to ring this service about a resident with a plan for the last days of life. */
  readonly forLastDays?: boolean;
  readonly hours: readonly OpeningHours[];
  /** When it takes new referrals, where that ends before it closes. Absent: at all its hours. */
  readonly referrals?: readonly OpeningHours[];
  /** When somebody last rang the number to see that it is right. Absent: nobody has said. */
  readonly checkedOn?: CivilDate;
}
