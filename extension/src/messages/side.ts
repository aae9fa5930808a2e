import type { Instant, PersonName, PlaceConfiguration, ResidentView } from '@ehch/clinical';
import * as z from 'zod/mini';
import type { OnScreen } from './page.ts';

/** What the side panel may say to the vault. */
export const sideMessage = z.discriminatedUnion('kind', [
  /** Which window this panel belongs to. It is told about the active tab of that window and no other. */
  z.strictObject({ kind: z.literal('subscribe'), window: z.int() }),
  /** A person looked at both names and says that they are the same person. */
  z.strictObject({ kind: z.literal('confirm-identity'), ctx: z.string().check(z.maxLength(64)) }),
  /** Read a section, or all, again. */
  z.strictObject({
    kind: z.literal('retry'),
    ctx: z.string().check(z.maxLength(64)),
    section: z.nullable(z.string().check(z.maxLength(40))),
  }),
  /** Read the list of residents again. */
  z.strictObject({ kind: z.literal('read-roster') }),
]);

export type SideMessage = z.infer<typeof sideMessage>;
export const SIDE_MESSAGE_LIMIT = 65_536;

/** How far the vault has come with the list of residents. */
export type RosterState =
  | { readonly is: 'unread' }
  | { readonly is: 'reading' }
  | { readonly is: 'failed'; readonly at: Instant }
  | {
      readonly is: 'read';
      readonly asOf: Instant;
      readonly stale: boolean;
      readonly incomplete: boolean;
      readonly residents: number;
    };

/** Fields that are compared between the host's screen and the record. */
export type IdentityField = 'born' | 'family' | 'nhs-number';

/** What the side panel shows. Nothing clinical is in any of these but `shown`. */
export type SideState =
  | { readonly is: 'not-configured' }
  /** No page that we know, or no person on it. */
  | { readonly is: 'no-patient'; readonly roster: RosterState }
  /** A person is on screen who is not on the roster, as far as the roster is known. */
  | { readonly is: 'not-on-roster'; readonly roster: RosterState }
  | { readonly is: 'ambiguous'; readonly roster: RosterState }
  /** The host's screen and the record contradict each other. */
  | {
      readonly is: 'blocked';
      readonly ctx: string;
      readonly origin: string;
      readonly differs: readonly IdentityField[];
      readonly onScreen: OnScreen;
      readonly record: RecordIdentity;
      readonly why: 'differs' | 'host-shows-no-birth-date' | 'record-has-no-birth-date' | 'several-records';
    }
  /** The names differ: a person has to look at both. */
  | {
      readonly is: 'confirm';
      readonly ctx: string;
      readonly origin: string;
      readonly onScreen: OnScreen;
      readonly record: RecordIdentity;
      readonly warns: readonly IdentityWarning[];
    }
  | {
      readonly is: 'shown';
      readonly ctx: string;
      readonly origin: string;
      readonly record: RecordIdentity;
      readonly onScreen: OnScreen;
      readonly warns: readonly IdentityWarning[];
      readonly view: ResidentView | null;
      readonly place: PlaceConfiguration;
      readonly now: Instant;
    };

export type IdentityWarning = 'name-differs' | 'host-shows-no-name' | 'number-not-verified';

/** Who the record says it is about. */
export interface RecordIdentity {
  readonly name: PersonName | null;
  readonly born: string | null;
  readonly nhsNumber: string;
}

/** Everything that the vault tells a side panel: one whole state at a time. */
export interface ToSide {
  readonly kind: 'state';
  readonly state: SideState;
}
