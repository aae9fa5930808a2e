import type { SectionName } from '@ehch/clinical';
import type { Entry } from './entry.ts';

/** Why a resource that could be read is not shown. The list is closed: there is no "other". */
export const SET_ASIDE_REASONS = [
  /** The record says that it was recorded by mistake. */
  'entered-in-error',
  /** It was found to be untrue: a refuted allergy or problem. */
  'refuted',
  /** It did not happen, or has not happened yet: cancelled, rejected, planned. */
  'not-happened',
  /** It is about another patient. */
  'another-patient',
  /** Two people answer to the id that was asked for, and it may be about either. */
  'in-doubt',
  /** It names no subject, or names one only in words that identify nobody for certain. */
  'no-subject',
  /** It is about a group, a place or a device. */
  'not-a-person',
  /** It has ended, been replaced or been rejected, and its section shows only what is in force. */
  'not-in-force',
  /** A newer version of the same record is here. */
  'older-version',
  /** A newer measurement of the same kind is shown, and this one is part of no score. */
  'newer-shown',
  /** The same item is shown from another record. */
  'shown-elsewhere',
  /**
   * It says only that there is none or no information, where other records say more. Or it permits what needs
   * no mention.
   */
  'says-nothing',
  /** It gives names and places to other records, and says nothing about a resident. */
  'supporting',
  /** No section of the view has a place for it, such as a laboratory result or a claim. */
  'no-section',
  /** The record is restricted, or the resident objects to sharing. */
  'withheld',
  /** It is in another FHIR version, which was recognised but cannot be read. */
  'another-version',
  /** A message from the server. It is carried as a gap, not as a record. */
  'server-message',
] as const;

/** Why one resource was set aside. */
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Why a resource could not be read. Its `path` names the field, and never holds the content. */
export const UNREADABLE_REASONS = [
  'not-an-object',
  'no-type',
  /** A required field is missing. Without it the record has no safe meaning. */
  'missing',
  /** A required field has a value that FHIR does not allow. */
  'malformed',
  /** Nested deeper than any real record. */
  'too-deep',
] as const;

/** Why one resource could not be read. */
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** What became of one resource: shown, set aside for a reason, or unreadable. */
export type LedgerOutcome =
  | { readonly state: 'shown'; readonly sections: readonly SectionName[] }
  | { readonly state: 'set-aside'; readonly why: SetAsideReason }
  | { readonly state: 'unreadable'; readonly why: UnreadableReason; readonly path: string | null };

/** What a reader knows about the entries that it was given, in their order. The ledger is made from it. */
export interface Account {
  readonly rows: readonly AccountRow[];
  /** The sections that show each resource. */
  readonly shown: ReadonlyMap<object, ReadonlySet<SectionName>>;
  /** Why a section did not take a resource. */
  readonly marks: ReadonlyMap<object, LedgerOutcome>;
}

/** What the reader knows about one entry. */
export interface AccountRow {
  readonly entry: Entry;
  /** The outcome, where it was settled before any section was made. */
  readonly outcome: LedgerOutcome | null;
  /** The resource as the maps hold it: the key to `shown` and `marks`. `null`: it was never read. */
  readonly held: object | null;
  /** Of a type that gives names and places to other records. */
  readonly isSupport: boolean;
}

/**
 * What became of one resource. Every resource in the input has exactly one entry, in the order of the input.
 */
export interface LedgerEntry {
  /** The resource type as found, or "unknown". */
  readonly type: string;
  /** The id that the server gave it. It identifies nobody outside that server. */
  readonly id: string | null;
  readonly outcome: LedgerOutcome;
}
