import type { PartialDate } from './time/types.ts';

/** What every fact about a resident carries: its date, source, author and cautions. */
export interface Recorded {
  /** Opaque, and stable while the record exists. Never shown. */
  readonly id: string;
  /** When it was true or assessed, not when it was typed. `null` if the record does not say. */
  readonly on: PartialDate | null;
  readonly source: Source;
  readonly by: Author | null;
  readonly cautions: readonly Caution[];
  /** What qualifies the fact, in words: "left arm", "said by herself", "by tympanic thermometer". */
  readonly details?: readonly string[];
  /** People's notes on the fact, in their own words, oldest first. */
  readonly notes?: readonly Note[];
  /**
   * Elements of the record that this fact leaves out and that may change its meaning. They are never silently dropped.
   */
  readonly more?: readonly MoreInRecord[];
}

/** A note beside a fact. */
export interface Note {
  /** Line breaks are kept (`\n`): "6 daily" above "4 daily" is an order. */
  readonly text: string;
  readonly on: PartialDate | null;
  readonly by: string | null;
}

/** "More in the record: body site, left foot". */
export interface MoreInRecord {
  /** The element in plain words: "body site". */
  readonly name: string;
  /** The element's text. `null` if it is not text: the reader has to look in the record. */
  readonly text: string | null;
}

/** Where a fact came from. */
export interface Source {
  /** For the reader: "GP record", "Rowan Court", "discharge summary". */
  readonly label: string;
}

/** Who recorded or asserted a fact, as far as the record says. */
export interface Author {
  readonly name: string | null;
  /** "GP", "nurse", "daughter". */
  readonly role: string | null;
}

/** A reason to read a fact with care. Each has its own words on screen. */
export type Caution =
  /** The record carries a modifier that this program does not know; it may change or negate the meaning. */
  | 'unknown-modifier'
  /** A part of this record could not be read and was left out. */
  | 'partly-unreadable'
  /** Recorded as unconfirmed, provisional or preliminary. */
  | 'unconfirmed'
  /** The code came without words, so the screen shows the code. */
  | 'code-only'
  /** The record refers to another one that could not be found. */
  | 'reference-missing'
  /** A value came rounded or in another unit and was converted. */
  | 'converted'
  /** The value is outside what is plausible; it is shown as recorded. */
  | 'implausible'
  /** The program does not read this unit for this value. The value is shown as recorded and counts nowhere. */
  | 'other-unit'
  /** The record names two units for one value, such as kilograms in code and pounds in words. */
  | 'unit-conflict'
  /** The period in which it applied has passed. */
  | 'past-its-date'
  /** A person's record that another record has replaced. */
  | 'replaced'
  /** A person's record that the source marks as no longer in use. */
  | 'not-in-use'
  /** A person's record beside which another record tells more. */
  | 'other-record'
  /** A person's record that says both that the person lives and that a death was notified. */
  | 'death-disputed'
  /** The same record came twice with different content, and nothing says which is newer. Both are shown. */
  | 'two-versions'
  /**
   * The date is after today: a slip, or not in force yet. The fact stands apart, never leads, and replaces no other.
   */
  | 'future-dated'
  /** A date of the record is before the resident's birth: a slip, or a date that stands for none. */
  | 'before-birth'
  /** Something happened to the resident after the recorded death: one of the two is a slip, or another person's. */
  | 'after-death'
  /** The record says one thing and another at once: active, and ended years ago. Both are shown. */
  | 'contradicts-itself'
  /** Another record here says otherwise. Both are shown, and neither is chosen. */
  | 'contradicted'
  /** The status says only in words that the record was made by mistake or turned out untrue. */
  | 'mistaken-in-words'
  /** The source marks the record as test data, so it may be about nobody. */
  | 'test-data'
  /** Signed on this device. The server does not have it, so nobody else can read it. */
  | 'not-sent'
  /** Signed on this device, and nobody knows yet whether the server has it. */
  | 'arrival-not-known';
