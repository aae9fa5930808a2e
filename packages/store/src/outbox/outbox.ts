import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { StoredResource } from '../records/stored-resource.ts';
import type { Json, Operation, OperationUpdate } from './operation.ts';

/** How far an operation has come. The states and what moves them stand in sync's SPEC (P). */
export type OutboxState =
  'queued' | 'sending' | 'unknown' | 'wait-auth' | 'wait-dependency' | 'held' | 'conflict' | 'rejected';

/** One operation that the server has not accepted yet. */
export interface OutboxEntry {
  /** The order of the presses. It never changes, and no clock decides it. */
  readonly n: number;
  readonly intent: string;
  readonly state: OutboxState;
  /** Milliseconds by the device's clock before which it is not tried again. */
  readonly notBefore: number;
  readonly attempts: number;
  /** The epoch of the leader that moved it last. */
  readonly epoch: number;
  /** `null`: the row cannot be read. It stays listed, and is never skipped silently. */
  readonly operation: Operation | null;
  /** What the plain columns say of a row that cannot be read. Absent: nothing, or it can be read. */
  readonly isAudit?: true;
  /** Each attempt: when, on which version, and how it ended. */
  readonly sent: readonly Attempt[];
  /** The server's words where it refused, or the versions of a conflict. */
  readonly problem: Problem | null;
}

export interface Attempt {
  readonly at: Instant;
  readonly outcome: string;
}

export type Problem =
  | { readonly kind: 'refused'; readonly status: number; readonly outcome: string }
  /** Both versions, whole, for a person to decide. */
  | {
      readonly kind: 'conflict';
      readonly key: string;
      readonly base: string | null;
      readonly theirs: string | null;
      readonly paths: readonly string[];
    };

/** A change of one entry, in one strict transaction. */
export type OutboxChange =
  | {
      readonly kind: 'move';
      readonly to: OutboxState;
      readonly notBefore: number;
      readonly attempt?: Attempt;
      readonly countAttempt?: true;
      readonly problem?: Problem | null;
      /** A changed operation, as after a merge. */
      readonly operation?: Operation;
    }
  /** The server has it. The entry goes, its bodies become the cached copies, and an acknowledgement stays. */
  | {
      readonly kind: 'accept';
      readonly at: Instant;
      readonly bodies: readonly StoredResource[];
      /** It had arrived, and somebody has deleted some of it since. */
      readonly isDeleted?: boolean;
      /** What an automatic merge put together, for the words and the undo. */
      readonly merged?: Json;
    }
  /**
   * A person decided to give it up. The decision and its text stay in the log.
   *
   * `by`: the subject of the sign-in; `name`: as the person is called; `replacedBy`: the intent that goes on in its place.
   */
  | {
      readonly kind: 'discard';
      readonly at: Instant;
      readonly by: string;
      readonly name?: string;
      readonly why: string;
      readonly replacedBy?: string;
      /** What is sent in its place. It is kept in the same transaction, so that of two decisions one counts (SPEC O3). */
      readonly instead?: Operation;
    };

/** What the log says of an intent that a person gave up. */
export interface GivenUp {
  readonly at: Instant;
  /** The person's name, or the subject of the sign-in where no name was kept. */
  readonly by: string;
  readonly why: string;
  /** The intent that goes on in its place; `null`: none does. */
  readonly replacedBy: string | null;
}

/** The trace of an accepted operation, kept for 30 days. */
export interface Acknowledgement {
  readonly intent: string;
  readonly resident: ResidentId | null;
  readonly at: Instant;
  readonly about: Json;
  readonly author: Operation['author'];
  readonly class: Operation['class'];
  /**
   * The bodies as the server accepted them, to find out whether a restored server has lost them. Empty for a source that
   * may not be kept, and after a purge.
   */
  readonly bodies: readonly StoredResource[];
  /** What it became on the server: names and versions, and nothing of what they say. A purge leaves them. */
  readonly written: readonly WrittenVersion[];
  /** Its parts that changed a resource. The bodies of the others are what it made. */
  readonly updates: readonly OperationUpdate[];
  readonly merged: Json | null;
  /** It had arrived, and somebody had deleted some of it before this device heard so. */
  readonly isDeleted?: true;
  /** What was pressed, whole. Only where there is no server, because one that comes has to be sent it. */
  readonly operation?: Operation;
}

/** A version of a resource on the server. */
export type WrittenVersion = Pick<StoredResource, 'type' | 'id' | 'version'>;

/** Counts that need no key, so that a locked screen can say them. */
export interface OutboxCounts {
  readonly total: number;
  readonly escalations: number;
  /** Audit events among them. They are queued as every write, and no person waits for them. */
  readonly audits: number;
  /** Acknowledgements that are still known. Without a server, they are the work that lies here. */
  readonly accepted: number;
  /** Of all but the audit events, about which nobody has to do anything. */
  readonly byState: Readonly<Partial<Record<OutboxState, number>>>;
  /** Of the audit events. */
  readonly auditsByState: Readonly<Partial<Record<OutboxState, number>>>;
}

/** What people have done and the server has not accepted. Escalations lie under a key of the home (SPEC O5). */
export interface Outbox {
  /**
   * Keeps an operation in one strict transaction. `known`: this intent was kept or accepted before, so nothing was
   * added.
   *
   * @throws {EhchError} `not-kept` if it could not be written: the form must stay open
   */
  enqueue(operation: Operation): Promise<'kept' | 'known'>;
  /** In the order of the presses. While locked, only escalations are readable. */
  entries(): Promise<readonly OutboxEntry[]>;
  /**
   * Changes an entry if it is still in one of `from`.
   *
   * @param epoch the leader's epoch, or `null` for a person's decision
   * @returns whether it was changed: `false` if somebody else did something first
   * @throws {EhchError} `overtaken` if another leader has begun
   */
  change(
    n: number,
    from: readonly OutboxState[],
    epoch: number | null,
    change: OutboxChange,
  ): Promise<boolean>;
  /** Replaces unsent neighbours by one entry. Refused (`false`) if one of them was sent meanwhile. */
  squash(replaced: readonly number[], by: Operation | null): Promise<boolean>;
  counts(): Promise<OutboxCounts>;
  acknowledgement(intent: string): Promise<Acknowledgement | null>;
  acknowledgements(): Promise<readonly Acknowledgement[]>;
  /** What the log says of an intent that was given up. `null`: it was not, or the log is locked. */
  givenUp(intent: string): Promise<GivenUp | null>;
  /**
   * Takes an acceptance back that the server has lost: the acknowledgement goes, and its operation waits again in `state`. The
   * same intents stay known.
   *
   * @returns whether it was taken back: `false` if there is no such acknowledgement
   * @throws {EhchError} `overtaken` if another leader has begun
   */
  reopen(operation: Operation, epoch: number, state: OutboxState, problem: Problem | null): Promise<boolean>;
  /** Removes acknowledgements from before a moment. */
  forgetAcknowledgements(before: Instant): Promise<void>;
}
