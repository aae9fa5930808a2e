import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** Any JSON value, with numbers as they were written where the text is kept. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What one intent asks of the server. Its id is made at the press, and travels with every retry. */
export interface Operation {
  /** The version of this format. Readers of every released one stay. */
  readonly format: 1;
  /** A UUID, and the id of the marker by which the server shows that it has the operation. */
  readonly intent: string;
  /** `null`: it concerns no single resident, such as an audit event of a list. */
  readonly resident: ResidentId | null;
  /** Decides the lane, the back-off and who may send it. */
  readonly class: 'escalation' | 'clinical' | 'admin' | 'audit';
  readonly author: OperationAuthor;
  readonly pressedAt: Instant;
  /** Server time minus device time at the press, in milliseconds. `null`: not known. */
  readonly clockOffsetMs: number | null;
  /** Intents that the server must have accepted before. */
  readonly dependsOn: readonly string[];
  readonly parts: readonly OperationPart[];
  /**
   * By the device's clock: afterwards it is not sent by itself, and waits for a person (sync P21). Absent: it goes as long as it takes.
   */
  readonly goesUntil?: Instant;
  /** The operation in whose place a person put this one, after a conflict or a refusal. Both authors are in the marker. */
  readonly resolves?: { readonly intent: string; readonly author: OperationAuthor };
  /**
   * Nobody was signed in at the press, and the author took it over later. `from` is who it names. Both are in the marker.
   */
  readonly takenOver?: { readonly from: OperationAuthor; readonly at: Instant };
  /** Who linked it to the server's resident (sync SPEC J3). It is sent in a session of this person, and names both. */
  readonly linkedBy?: OperationAuthor;
  /** Earlier presses that this one carries as well (sync P11). Their receipts are this one's. */
  readonly joined?: readonly string[];
  /** What it is, in a few words without a name: the title of the form that was signed. */
  readonly title?: string;
  /** What is shown of it while it waits, in the port's own terms: the {@link CareIntent} or a note. */
  readonly about: Json;
}

/** Who pressed. An operation is sent only in a session of this person, except an escalation. */
export interface OperationAuthor {
  /** The subject of the sign-in. */
  readonly sub: string;
  readonly display: string;
  /** A reference on the server, such as `Practitioner/7`. `null`: not known. */
  readonly reference: string | null;
  readonly role: string | null;
}

/** One resource to create, or fields of one to change. */
export type OperationPart =
  | { readonly op: 'create'; readonly type: string; readonly id: string; readonly body: string }
  | OperationUpdate;

/** Fields of one resource to change. */
export interface OperationUpdate {
  readonly op: 'update';
  readonly type: string;
  readonly id: string;
  readonly edits: readonly FieldEdit[];
  /** The version on which the edits were made. */
  readonly base: string | null;
}

/**
 * One field with the value that it replaces. The body is made at sending, on the server's newest version: a field that
 * no longer has `from` is a conflict. `undefined` is no JSON, so an absent value is `null` with `absent`.
 */
export interface FieldEdit {
  /** The path of keys and list positions, or of keyed rows such as `['telecom', {key: 'phone|home|'}]`. */
  readonly path: readonly PathStep[];
  readonly from: FieldValue;
  readonly to: FieldValue;
  /**
   * It must be the first: where somebody else has made the same change since, that is a conflict as well. Two people who each
   * end a decision to put their own in its place have decided twice.
   */
  readonly isFirst?: true;
}

export type PathStep = string | number | { readonly key: string };
export type FieldValue = { readonly is: 'absent' } | { readonly is: 'value'; readonly value: Json };
