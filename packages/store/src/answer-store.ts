import type { Gap, ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** The server's answer for one kind of resource: all its pages, in the server's own text. */
export interface StoredAnswer {
  /** The raw JSON text of each page, because a parsed `7.10` would lose its last digit. */
  readonly pages: readonly string[];
  /** When the server gave this answer. An answer out of a cache is older than its request. */
  readonly asOf: Instant;
  /** Whether the server had more pages than the engine read. */
  readonly more: boolean;
  /** What the engine asked for and did not receive, such as a further page that the server refused. */
  readonly missing?: readonly Gap[];
}

/** The answers held for one resident, by kind of resource. A missing kind is not an empty one. */
export type StoredAnswers = ReadonlyMap<string, StoredAnswer>;

/** Where the engine keeps records. */
export interface AnswerStore {
  /** Replaces the former answer for this kind and resident. */
  put(resident: ResidentId, kind: string, answer: StoredAnswer): Promise<void>;
  read(resident: ResidentId): Promise<StoredAnswers>;
  forget(resident: ResidentId): Promise<void>;
  forgetAll(): Promise<void>;
}
