import type { Gap, ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** One answer of the server for one kind of resource: all its pages, as the server's own text. */
export interface StoredAnswer {
  /** Raw JSON text of each page: a number such as `7.10` keeps its last digit. */
  readonly pages: readonly string[];
  readonly asOf: Instant;
  /** The server had more than was read. */
  readonly more: boolean;
  /** What did not come although it was asked for: a further page that the server refused. */
  readonly missing?: readonly Gap[];
}

/** What is held of one resident, by kind of resource. */
export type StoredRecord = ReadonlyMap<string, StoredAnswer>;

/** Where the engine keeps records. */
export interface RecordStore {
  /** Replaces what was held of this kind for this resident. */
  put(resident: ResidentId, kind: string, answer: StoredAnswer): Promise<void>;
  read(resident: ResidentId): Promise<StoredRecord>;
  forget(resident: ResidentId): Promise<void>;
  forgetAll(): Promise<void>;
}
