import type { Author } from '@ehch/clinical';
import type { JsonObject } from '../entry.ts';

/** What the writer needs that an assessment does not say itself. */
export interface WritingAbout {
  /** The reference to the resident: `Patient/17`. */
  readonly subject: string;
  /** Who is responsible for the findings. Without it, the author of the assessment. */
  readonly performer?: { readonly reference?: string; readonly display?: string } | null;
  /** Other sources of the scores, by reference: the QuestionnaireResponse. */
  readonly derivedFrom?: readonly string[];
  /** The program that calculated the scores, with its version: "EHCH Kit 0.1.0". */
  readonly device?: string;
  /** Makes a new unique id, as `crypto.randomUUID` does. */
  readonly newId: () => string;
}

/** A resource to be created, with the temporary address by which others in its Bundle refer to it. */
export interface Written {
  readonly fullUrl: string;
  readonly resource: JsonObject;
}

/** Gives a resource a temporary address until the server gives it an id. */
export function named(resource: JsonObject, { newId }: WritingAbout): Written {
  return { fullUrl: `urn:uuid:${newId()}`, resource };
}

/** A person by name and role, as a form has them. `null`: nobody is named. */
export function displayOf(by: Author | null): { readonly display: string } | null {
  const words = [by?.name, by?.role].filter((part) => part !== null && part !== undefined && part !== '');
  return words.length === 0 ? null : { display: words.join(', ') };
}
