import type { PartialDate } from './time/types.ts';

/** What every fact about a resident carries: when, from where, by whom, and what to be careful about. */
export interface Recorded {
  /** Opaque, stable while the record exists. Never shown. */
  readonly id: string;
  /** When it was true or assessed, not when it was typed. `null`: the record does not say. */
  readonly on: PartialDate | null;
  readonly source: Source;
  readonly by: Author | null;
  readonly cautions: readonly Caution[];
  /** What qualifies it, each in words: "left arm", "said by herself", "by tympanic thermometer". */
  readonly details?: readonly string[];
  /** What people wrote beside it, in their own words, oldest first. */
  readonly notes?: readonly Note[];
  /** Elements of the record that these words leave out, and that may change their meaning. Never dropped in silence. */
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
  /** What it says, where that is text. `null`: look in the record. */
  readonly text: string | null;
}

/** Where a fact came from. */
export interface Source {
  /** For the reader: "GP record", "Rowan Court", "discharge summary". */
  readonly label: string;
}

/** Who recorded or asserted a fact, as far as the record tells. */
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
  /** The name or code came without words that this program can show; what is shown is a code. */
  | 'code-only'
  /** A referenced record that would say more could not be found. */
  | 'reference-missing'
  /** A value came rounded or in another unit and was converted. */
  | 'converted'
  /** The value is outside what is plausible; it is shown as recorded. */
  | 'implausible'
  /** The value is in a unit that this program does not read for it; it is shown as recorded, and counts nowhere. */
  | 'other-unit'
  /** The record names two units for one value, such as kilograms in code and pounds in words. */
  | 'unit-conflict'
  /** The period in which it applied has passed. */
  | 'past-its-date'
  /** Of a person: another record took the place of this one. */
  | 'replaced'
  /** Of a person: the source marks this record as no longer in use. */
  | 'not-in-use'
  /** Of a person: another record tells more about her. */
  | 'other-record'
  /** Of a person: the record says both that she is living and that a death was notified. */
  | 'death-disputed'
  /** The same record came twice with different content, and nothing says which of the two is the newer. Both are shown. */
  | 'two-versions'
  /** It is dated after today: a slip, or not in force yet. It stands apart, never leads and puts nothing out of force. */
  | 'future-dated'
  /** The record says one thing and another at once: active, and ended years ago. Both are shown. */
  | 'contradicts-itself'
  /** Another record here says otherwise. Both are shown, and neither is chosen. */
  | 'contradicted'
  /** Its status says in words, and not by its code, that it was recorded by mistake or turned out untrue. */
  | 'mistaken-in-words'
  /** The source marks it as made for testing: it may be about nobody. */
  | 'test-data';
