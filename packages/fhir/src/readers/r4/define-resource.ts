import * as z from 'zod/mini';
import type { ReadExtensions } from './elements/extensions.ts';
import type { Harmless } from './elements/harmless.ts';

// An extension's policy refuses compiled code, and reports each try.
z.config({ jitless: true });

/** How one resource type is read: the part we read of it, whom it is about, and what it makes no sense without. */
export interface ResourceDefinition<S extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema: S;
  /** The field that says whom the record is about; `null` for records that are about nobody. */
  readonly subject: 'subject' | 'patient' | 'for' | null;
  /** R4 lets the subject be absent, and without one the record is about nobody: it is set aside and fails no section. */
  readonly mayNameNobody?: true;
  /**
   * Fields that make the whole record unreadable when they are malformed, as its status and its subject do in every type.
   * Any other malformed field is dropped, and the fact carries the caution `partly-unreadable`.
   */
  readonly essential?: readonly string[];
  /**
   * Elements that cannot change what the resource means, by their path, each with its reason in a comment. Every other element
   * that the schema does not name is said at the fact (`elements/`).
   */
  readonly harmless?: Harmless | 'all';
  /** The extensions that its maps read. Any other, and any of these at another place, is said at the fact. */
  readonly extensions?: ReadExtensions;
}

export function defineResource<const D extends ResourceDefinition>(definition: D): D {
  return definition;
}
