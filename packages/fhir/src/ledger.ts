import type { SectionName } from '@ehch/clinical';
import type { Entry } from './entry.ts';

/** Why a resource that could be read is not shown. The list is closed: there is no "other". */
export const SET_ASIDE_REASONS = [
  /** Recorded by mistake, as the record itself says. */
  'entered-in-error',
  /** Shown to be untrue: a refuted allergy or problem. */
  'refuted',
  /** It did not happen, or has not happened yet: cancelled, rejected, planned. */
  'not-happened',
  /** It is about another patient. */
  'another-patient',
  /** Two people answer to what was asked for, and it may be about either. */
  'in-doubt',
  /** It does not say whom it is about, or only in words that name nobody for certain. */
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
  /** It states only that there is none or no information where other records say more, or allows what needs no mention. */
  'says-nothing',
  /** It gives names and places to other records, and says nothing about a resident itself. */
  'supporting',
  /** No section of the view has a place for it, such as a laboratory result or a claim. */
  'no-section',
  /** The record is restricted, or the resident objects to sharing. */
  'withheld',
  /** It is in another FHIR version, which was recognised and is not read. */
  'another-version',
  /** A message of the server, carried as a gap and not as a record. */
  'server-message',
] as const;

export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Why a resource could not be read. `path` names the field, never what it holds. */
export const UNREADABLE_REASONS = [
  'not-an-object',
  'no-type',
  /** A field without which the record has no safe meaning is not there. */
  'missing',
  /** Such a field is there, and is not what FHIR says it is. */
  'malformed',
  /** Nested deeper than any real record. */
  'too-deep',
] as const;

export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export type LedgerOutcome =
  | { readonly state: 'shown'; readonly sections: readonly SectionName[] }
  | { readonly state: 'set-aside'; readonly why: SetAsideReason }
  | { readonly state: 'unreadable'; readonly why: UnreadableReason; readonly path: string | null };

/** What a reader knows of what became of the entries that it was given, in their order. The ledger is made of it. */
export interface Account {
  readonly rows: readonly AccountRow[];
  /** Where what was read is shown. */
  readonly shown: ReadonlyMap<object, ReadonlySet<SectionName>>;
  /** Why a section did not take what was read. */
  readonly marks: ReadonlyMap<object, LedgerOutcome>;
}

export interface AccountRow {
  readonly entry: Entry;
  /** Settled before any section was made. */
  readonly outcome: LedgerOutcome | null;
  readonly held: object | null;
  /** Of a type that gives names and places to other records. */
  readonly isSupport: boolean;
}

/** What became of one resource. Every resource found has exactly one, in the order of the input. */
export interface LedgerEntry {
  /** The resource type as found, or "unknown". */
  readonly type: string;
  /** The server's own opaque id. */
  readonly id: string | null;
  readonly outcome: LedgerOutcome;
}
