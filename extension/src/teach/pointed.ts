import type { Field, Label, Parser } from '../hosts/template.ts';
import type { Parsed } from '../content/parsers.ts';

/** A place that somebody pointed at, as it can be read. */
export interface Pointed {
  /** Where the value stands; with `text after`, the element before it. */
  readonly element: Element;
  readonly read: Exclude<Field['read'], 'page title'>;
  /** The label there, and the element that says it. */
  readonly label: { readonly says: string; readonly value: Label['value']; readonly element: Element } | null;
  /** What was read there in each way in which it can be understood, the likeliest first. */
  readonly readings: readonly Understood[];
}

export interface Understood {
  readonly parser: readonly Parser[];
  readonly parsed: Parsed;
}

/** Why nothing was taken from a place, for the person who pointed there. */
export type NotTaken =
  /** Another page stands there. */
  | 'frame'
  /** A part of the page that nobody may look into: a closed shadow root. */
  | 'closed'
  /** An input that a person can change, or a choice. */
  | 'control'
  /** The words there are not all seen. */
  | 'not-seen'
  /** No parser reads what stands there. */
  | 'not-understood';
