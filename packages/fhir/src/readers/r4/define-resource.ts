import * as z from 'zod/mini';
import type { ReadExtensions } from './elements/extensions.ts';
import type { Harmless } from './elements/harmless.ts';

// The extension's content security policy forbids compiled code and reports each attempt, so zod must not
// compile.
z.config({ jitless: true });

/** How one resource type is read: which parts, who the subject is, and which elements are essential. */
export interface ResourceDefinition<S extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema: S;
  /** The element that names the subject. `null`: the type is not about a person. */
  readonly subject: 'subject' | 'patient' | 'for' | null;
  /**
   * R4 allows the subject to be absent. Such a record is about nobody: it is set aside and fails no section.
   */
  readonly mayNameNobody?: true;
  /**
   * Elements that make the whole record unreadable if they are malformed. In every type, status and subject
   * do. Any other malformed element is dropped, and the fact gets the caution `partly-unreadable`.
   */
  readonly essential?: readonly string[];
  /**
   * Paths of elements that cannot change the meaning of the resource, each with its reason in a comment.
   * Every other element that the schema does not name is shown with the fact (`elements/`).
   */
  readonly harmless?: Harmless;
  /**
   * The extensions that the maps read. Any other extension, and any of these in another place, is shown with
   * the fact.
   */
  readonly extensions?: ReadExtensions;
}

/** Keeps the exact type of a definition. */
export function defineResource<const D extends ResourceDefinition>(definition: D): D {
  return definition;
}
