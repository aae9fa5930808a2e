import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { DraftStore } from './drafts/draft-store.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { RecordStore, SourceTerms } from './records/record-store.ts';

/** Who works in the database now. A leader that was overtaken can write nothing more (SPEC L). */
export interface Leadership {
  /** Begins a new epoch, and returns its number. Every earlier leader is overtaken from here on. */
  begin(): Promise<number>;
  current(): Promise<number>;
}

/** Small facts about this device and its server that must outlive a restart. Nothing clinical is in them. */
export interface Settings {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

/** When each person last looked at each resident, sealed. */
export interface LookStore {
  last(sub: string, resident: ResidentId): Promise<Instant | null>;
  set(sub: string, resident: ResidentId, at: Instant): Promise<void>;
}

/** Says what changed, and names nobody: blinded names only, for the other windows of this database. */
export interface ChangeNote {
  readonly seq: number;
}

/** Everything that is kept on this device for one server and organisation. */
export interface Store {
  /** `device`: it outlives the browser. `memory`: it ends with the last window, and every receipt says so. */
  readonly lasts: 'device' | 'memory';
  records(source: SourceTerms): RecordStore;
  readonly outbox: Outbox;
  readonly drafts: DraftStore;
  readonly looks: LookStore;
  readonly leadership: Leadership;
  readonly settings: Settings;
  /** Grows with every change by any window. A window that missed a note compares it. */
  changeSeq(): Promise<number>;
  close(): void;
}
