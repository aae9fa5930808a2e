import type { Caution, MoreInRecord } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** Identifies a resident to a source. It is opaque: never shown, never parsed, never an NHS number. */
export type ResidentId = string;

/** The parts of a name, as the record has them. Use `formatName` to write it, so that it reads the same everywhere. */
export interface PersonName {
  readonly family: string | null;
  readonly given: readonly string[];
  readonly title: string | null;
  /** The name as one text, if the record has no parts. */
  readonly text: string | null;
}

/** Who a resident is. `null` is always "not recorded", and never "none". */
export interface Identity {
  readonly name: PersonName | null;
  /** What the resident wants to be called, if it differs. */
  readonly preferredName: string | null;
  /** Former and other names that a record may still carry. */
  readonly otherNames: readonly PersonName[];
  readonly born: PartialDate | null;
  readonly gender: 'female' | 'male' | 'other' | 'unknown' | null;
  readonly nhsNumber: NhsNumberRecord;
  /** Numbers of other countries and systems, each with a label: "CHI number (Scotland)". */
  readonly otherNumbers: readonly { readonly label: string; readonly value: string }[];
  readonly death: Death;
  readonly stay: Stay | null;
  readonly gpPractice: { readonly name: string; readonly usualForThisHome: boolean | null } | null;
  readonly cautions: readonly Caution[];
  /** Elements of the Patient resource that these fields leave out. */
  readonly more?: readonly MoreInRecord[];
  /** Other residents on the list with a similar name, so that a reader can tell the people apart at once. */
  readonly sameName?: readonly SameName[];
}

/** Another resident with the same or a similar name. */
export interface SameName {
  readonly name: PersonName;
  readonly born: PartialDate | null;
  readonly room: string | null;
}

/**
 * The NHS number as recorded.
 * `unverified` and `invalid` carry the digits, so that a person can check them; neither is used to match.
 */
export type NhsNumberRecord =
  | { readonly state: 'verified'; readonly value: string }
  | { readonly state: 'unverified'; readonly value: string; readonly why: string }
  | { readonly state: 'invalid'; readonly value: string }
  | { readonly state: 'several'; readonly values: readonly string[] }
  | { readonly state: 'none'; readonly why: string | null };

/** What the record says of a death. */
export type Death =
  | { readonly state: 'living' }
  /** The record does not say. FHIR reads that as living unless a record says otherwise. */
  | { readonly state: 'not-stated' }
  | { readonly state: 'died'; readonly on: PartialDate | null };

/** Where the resident lives now, and since when. */
export interface Stay {
  readonly home: string | null;
  readonly room: string | null;
  readonly since: PartialDate | null;
  readonly kind: 'permanent' | 'respite' | 'unknown';
  /** Where the resident is at present, if away from the home. */
  readonly away: { readonly where: string; readonly since: PartialDate | null } | null;
  /** The last return from hospital, which restarts the clock of the plan. */
  readonly returned: { readonly on: PartialDate; readonly from: string } | null;
  readonly ended: PartialDate | null;
  /** Whether the stay has ended on a day that the record does not give. */
  readonly isOver?: true;
  /** Whether the record says that the stay is on hold: the resident may live elsewhere for a time. */
  readonly onHold?: true;
  /** The next stay, which begins in the future: the resident does not live there yet. */
  readonly ahead?: { readonly home: string | null; readonly from: PartialDate; readonly kind: Stay['kind'] };
}
