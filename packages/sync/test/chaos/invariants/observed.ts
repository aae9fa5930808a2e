import type {
  Acknowledgement,
  Checkpoint,
  HeldVersion,
  Operation,
  OutboxEntry,
  ResourceKey,
} from '@ehch/store';
import type { ServedRequest } from '../served-request.ts';

/** What a client holds when all is quiet. */
export interface ObservedClient {
  readonly name: string;
  readonly entries: readonly OutboxEntry[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Intents that a person gave up, or put another in the place of. */
  readonly discarded: ReadonlySet<string>;
  /** Intents that were joined into another one before they were sent. `null`: both cancelled each other out. */
  readonly joinedInto: ReadonlyMap<string, string | null>;
  /** Accepted intents that were offered to their authors again, because the server was set back. */
  readonly offered: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, ReadonlyMap<ResourceKey, HeldVersion>>;
  readonly checkpoints: readonly Checkpoint[];
  /** Writes of a leader that took effect after the next one had begun. */
  readonly overtakenWrites: readonly string[];
}

/** An operation that `enqueue` has taken. */
export interface MadeIntent {
  readonly client: string;
  readonly operation: Operation;
}

/** A resource as the server has it at the end. */
export interface LiveResource {
  readonly type: string;
  readonly id: string;
  readonly version: string;
  /** The resident whom it concerns, if it is in the scope of a pull. */
  readonly resident: string | null;
  readonly text: string;
}

/** Everything that the invariants are judged by. */
export interface Observed {
  readonly made: readonly MadeIntent[];
  readonly served: readonly ServedRequest[];
  readonly clients: readonly ObservedClient[];
  readonly live: readonly LiveResource[];
}

/** Something that must never be. */
export interface Broken {
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I7' | 'I8' | 'P5' | 'P7' | 'stuck';
  readonly what: string;
}

export type Invariant = (observed: Observed) => readonly Broken[];
