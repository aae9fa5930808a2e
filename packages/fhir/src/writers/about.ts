import type { Author } from '@ehch/clinical';
import type { JsonObject } from '../entry.ts';

/** What an assessment does not say of itself. */
export interface WritingAbout {
  /** The reference of whom it is about: `Patient/17`. */
  readonly subject: string;
  /** Who answers for it; the assessment's own author where nothing is given. */
  readonly performer?: { readonly reference?: string; readonly display?: string } | null;
  /** What else the scores were derived from, by reference: the QuestionnaireResponse. */
  readonly derivedFrom?: readonly string[];
  /** The program that calculated, with its version: "EHCH Kit 0.1.0". */
  readonly device?: string;
  /** Makes an id that nobody has: `crypto.randomUUID`. */
  readonly newId: () => string;
}

/** A resource that is to be created, under the name that the others of its bundle call it by. */
export interface Written {
  readonly fullUrl: string;
  readonly resource: JsonObject;
}

/** A name for a resource that no server has given one yet. */
export function named(resource: JsonObject, { newId }: WritingAbout): Written {
  return { fullUrl: `urn:uuid:${newId()}`, resource };
}

/** Who somebody is, as far as a form tells: a name and a role. `null`: nobody is named. */
export function displayOf(by: Author | null): { readonly display: string } | null {
  const words = [by?.name, by?.role].filter((part) => part !== null && part !== undefined && part !== '');
  return words.length === 0 ? null : { display: words.join(', ') };
}
