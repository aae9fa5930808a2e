import type { EhchErrorCode } from './errors.ts';
import type { Recorded } from './recorded.ts';
import type { Instant } from './time/types.ts';

/**
 * One part of what is known about a resident, and how well it is known.
 *
 * The states stay apart because confusing them hurts people: failed is not none, withheld is not empty, and not
 * recorded is not "no". A failure in one section never empties another.
 */
export type Section<T> = Loading | Withheld | Failed | Known<T>;

/** Asked for, and not answered yet. */
export interface Loading {
  readonly state: 'loading';
}

/** The record may hold something that this reader may not see. */
export interface Withheld {
  readonly state: 'withheld';
  readonly why: WithheldReason;
}

/** Why the source keeps a section from this reader. */
export type WithheldReason =
  /** The source refused this person's role. */
  | 'role'
  /** The resident objects to sharing, or consent does not cover it. */
  | 'consent'
  /** The record is marked as restricted. */
  | 'restricted'
  /** The source said that it left something out, without saying why. */
  | 'unstated';

/** Could not be read, and was never read before. */
export interface Failed {
  readonly state: 'failed';
  readonly error: SectionError;
  readonly at: Instant;
}

/** An error in a section: plain data that holds nothing of the resident. */
export interface SectionError {
  readonly code: EhchErrorCode;
}

/** Read at least once. A failed refresh changes `refresh`, never `content`. */
export interface Known<T> {
  readonly state: 'known';
  readonly content: Content<T>;
  /** When the source last answered for this section. */
  readonly asOf: Instant;
  readonly freshness: 'current' | 'stale';
  readonly refresh: Refresh;
  /** What is missing from this section although the section could be read. Shown, never hidden. */
  readonly gaps: readonly Gap[];
}

/** How the last try to read a known section anew went. What was known stays meanwhile. */
export type Refresh =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly error: SectionError; readonly at: Instant };

/** What the record says in a known section. */
export type Content<T> =
  | {
      readonly kind: 'recorded';
      readonly value: T;
      /** A statement beside the listed facts: "no known food allergy". */
      readonly nones?: readonly NoneStatement[];
    }
  /** Somebody recorded "there is none", on a day. `scope` says whether a statement covers the whole section. */
  | { readonly kind: 'recorded-as-none'; readonly statements: readonly NoneStatement[] }
  /** Nobody recorded what there is. Never shown as "none". */
  | {
      readonly kind: 'not-recorded';
      /** What somebody wrote instead: "unknown", "not asked", "unable to obtain". */
      readonly statements?: readonly UnknownStatement[];
    }
  /** Records contradict each other. The screen shows all and chooses none. `common` is what they do not dispute. */
  | {
      readonly kind: 'disagree';
      readonly sides: readonly Side<T>[];
      readonly common: T | null;
      /** Statements of "none" that contradict nothing here. */
      readonly nones?: readonly NoneStatement[];
    };

/** "No known allergies", with its author and date. */
export interface NoneStatement extends Recorded {
  readonly text: string;
  /**
   * What the statement covers: "no known drug allergies" says nothing about food. Without it, the statement covers
   * the whole section.
   */
  readonly scope?: NoneScope;
}

/** How far a statement of "none" reaches: over the whole section, or over one part of it. */
export type NoneScope = 'all' | NoneKind;

/** A part of a section that a statement of "none" can cover. */
export type NoneKind =
  | 'drug'
  | 'food'
  | 'latex'
  | 'animal'
  | 'insect'
  | 'contrast'
  | 'environment'
  /** Everything not listed: "no other known allergies". */
  | 'other'
  /** A part that only the statement's own words name: "no known penicillin allergy", "no repeat medication". */
  | 'part';

/** Somebody recorded that it is not known, or was not asked. It says neither "none" nor what there is. */
export interface UnknownStatement extends Recorded {
  readonly text: string;
}

/** One of several records that contradict each other. */
export interface Side<T> extends Recorded {
  readonly value: T;
  /** For a side that says "none": its own words, and what they cover. */
  readonly none?: NoneStatement;
}

/** Something that belongs in the section and could not be read. */
export interface Gap {
  readonly why:
    /** Records of this section that could not be understood. */
    | 'unreadable'
    /** A part of the section's sources did not answer. */
    | 'failed'
    /** A part of the section's sources refused. */
    | 'withheld'
    /** The source holds more than was read. Nobody knows which part was read. */
    | 'more'
    /** A part of the section's sources has not answered yet. */
    | 'loading'
    /** The source keeps no such records at all. Nothing has failed, and nothing of it is there to be read. */
    | 'not-offered';
  /** What is missing, in words for the reader: "care plans", "2 medicines". */
  readonly what: string;
}
