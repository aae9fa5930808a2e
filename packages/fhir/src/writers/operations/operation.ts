import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/**
 * An intent as the resources that it asks a server for: the store's `Operation`, format 1. This package knows nothing of
 * the store, so it says the form again; `test/operation-format.test.ts` holds the two together.
 */
export interface WrittenOperation {
  readonly format: 1;
  /** A UUID, and the id of the marker. */
  readonly intent: string;
  readonly resident: ResidentId | null;
  readonly class: 'escalation' | 'clinical' | 'audit';
  readonly author: OperationAuthor;
  readonly pressedAt: Instant;
  readonly clockOffsetMs: number | null;
  readonly dependsOn: readonly string[];
  readonly parts: readonly WrittenPart[];
  readonly about: JsonValue;
}

/** Who pressed. */
export interface OperationAuthor {
  readonly sub: string;
  readonly display: string;
  readonly reference: string | null;
  readonly role: string | null;
}

export type WrittenPart =
  | { readonly op: 'create'; readonly type: string; readonly id: string; readonly body: string }
  | {
      readonly op: 'update';
      readonly type: string;
      readonly id: string;
      readonly edits: readonly WrittenEdit[];
      readonly base: string | null;
    };

/** One field, with the value that it replaces. */
export interface WrittenEdit {
  /** Elements, and rows of a list by their key. */
  readonly path: readonly (string | { readonly key: string })[];
  readonly from: EditValue;
  readonly to: EditValue;
  /** Where somebody else has made the same change since, a person decides. */
  readonly isFirst?: true;
}

type EditValue = { readonly is: 'absent' } | { readonly is: 'value'; readonly value: JsonValue };

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
