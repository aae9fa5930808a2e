import type { Gap, ResidentId, SectionError, WithheldReason } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { OutboxEntry } from '../outbox/outbox.ts';
import type { HeldVersion, ResourceKey, StoredResource } from './stored-resource.ts';

/** Everything that is kept of one resident, as one transaction read it. */
export interface StoredRecord {
  readonly resources: readonly StoredResource[];
  /** How far each kind of resource was read. A missing kind was never read, which is not "none". */
  readonly kinds: ReadonlyMap<string, KindState>;
  /** What people here have written and the server has not accepted yet, in the order of the presses. */
  readonly pending: readonly OutboxEntry[];
}

/** How far one kind of resource was read for one resident. It is kept, so that a refusal is not forgotten offline. */
export interface KindState {
  /** When the server gave the last whole answer. `null`: it gave none, or refused one since. */
  readonly asOf: Instant | null;
  /** Whether the server had more than was read. */
  readonly more: boolean;
  /** What was asked for and did not come, such as a page that the server refused. */
  readonly missing: readonly Gap[];
  readonly last:
    | { readonly state: 'loaded' }
    | { readonly state: 'failed'; readonly error: SectionError; readonly at: Instant }
    | { readonly state: 'withheld'; readonly why: WithheldReason };
}

/** The changes of one resident's record in a step. */
export interface RecordChange {
  readonly resident: ResidentId;
  readonly put: readonly StoredResource[];
  /** Resources whose deletion was confirmed. Absence from a list confirms nothing. */
  readonly deleted: readonly { readonly key: ResourceKey; readonly updated: string | null }[];
  /**
   * Copies to erase, before anything is put, although the server did not delete them, as where it refuses them now.
   * They leave no tombstone, because access may be given again with the same version.
   */
  readonly forgotten?: readonly ResourceKey[];
  /**
   * What the server gave when it was asked for by its id, after the copy counted as deleted. It ends a tombstone of the same
   * version: a server may answer 404 for a while.
   */
  readonly returned?: readonly StoredResource[];
  readonly kinds: Readonly<Record<string, KindState>>;
  /** `put` are the server's answers to writes from here. A newer one ends a tombstone of the same version. */
  readonly isAnswer?: true;
  /** The server was set back to an older state (sync L7), so that an older row may replace a newer one. */
  readonly isRestored?: true;
}

/** How far a home's records of one type were pulled. Every time in it is the server's own. */
export interface Checkpoint {
  readonly home: string;
  readonly type: string;
  /** The newest `lastUpdated` that was seen. The next pull begins before it, by the overlap. */
  readonly highWater: string | null;
  /** The newest `lastUpdated` of the last pull to the end. Only the next one moves the high water there. */
  readonly reached?: string;
  /** A pull that was begun and not finished: where to go on. */
  readonly run: PullRun | null;
  /** Until when deletions were read from the server's history. */
  readonly historySince: string | null;
  /** When both directions were last compared whole, by the clinical clock. */
  readonly reconciledAt: Instant | null;
  /** When the last pull to the end was made, by the clinical clock, and for whom. */
  readonly asOf: Instant | null;
  readonly members: readonly ResidentId[];
  /** Counts restores of the server. A checkpoint of an earlier one is not trusted. */
  readonly serverEpoch: number;
}

/** Where a pull goes on. `since` is a time of the server; `offset` counts the rows that were read of one instant. */
export interface PullRun {
  readonly since: string;
  readonly offset: number;
  /** The next page as the server named it. It names residents. A link that has died is no end: `since` goes on. */
  readonly next?: string;
  /** The server ignores the sorting, so only its links go on. */
  readonly followsLinks?: true;
  /** Pages in a row that were reached by links, and one of these links, so that a circle of links is noticed. */
  readonly pages?: number;
  readonly seen?: string;
  /** The time of the last row, where a first load goes from the newest rows to older ones. */
  readonly upTo?: string;
  /** When it began, by the clinical clock: what it reads is as old as that. */
  readonly begunAt?: Instant;
  /** Times inside the overlap whose rows have to come, and have not come yet. Otherwise the server may have been set back. */
  readonly marks?: readonly string[];
  /** The newest time that was known after the first page. The high water is not moved beyond it. */
  readonly ceiling?: string;
  /** The newest time of all its pages. */
  readonly newest?: string;
  /** How often one instant of several pages was read from its beginning, and whether this time brought anything new. */
  readonly passes?: number;
  readonly isFresh?: true;
  /** What its pages so far have said is missing. */
  readonly missing?: readonly Gap[];
  /** A first load: for whom. They become members of the checkpoint when it ends. */
  readonly loading?: readonly ResidentId[];
}

/** One step of a pull: a page with its cursor. It is stored whole or not at all. */
export interface PullStep {
  /** The leader's epoch (see {@link Leadership}). A step with an old one is refused. */
  readonly epoch: number;
  readonly changes: readonly RecordChange[];
  readonly checkpoints: readonly Checkpoint[];
}

/** What a step did. `residents`: those whose record has changed. */
export interface Applied {
  readonly residents: readonly ResidentId[];
}

/** The headline of one resident for a home's list: facts, and no results. A change of the record erases it (SPEC R6). */
export interface Card {
  readonly resident: ResidentId;
  /** The release of the facts. An older card is built again from the record, without the network. */
  readonly version: number;
  readonly facts: unknown;
}

/** Builds cards from records. */
export interface CardBuilder {
  readonly version: number;
  /** The FHIR types that the facts come from. */
  readonly types: ReadonlySet<string>;
  /**
   * The facts of one resident, worked out at once and without asking anything else. `null`: the record says too little, and
   * there is no card. It may be called again with a newer record.
   */
  readonly factsOf: (resident: ResidentId, record: StoredRecord) => unknown;
}

/** The members of a home, as its roster named them. */
export interface HomeMembers {
  readonly home: string;
  readonly asOf: Instant;
  readonly incomplete: boolean;
  readonly members: readonly { readonly resident: ResidentId; readonly facts: unknown }[];
}

/** The members of a home with their cards, as one transaction read them. */
export interface HomeCards extends HomeMembers {
  /** In any order. A member without one is known by the roster alone. */
  readonly cards: readonly Card[];
}

/**
 * The cached copies of one source's records. `keep` of the source decides where they live and for how long
 * ({@link SourceTerms}).
 */
export interface RecordStore {
  /** @param types the FHIR types whose resources are wanted; without them all. `kinds` and `pending` are whole in any case. */
  read(resident: ResidentId, types?: ReadonlySet<string>): Promise<StoredRecord>;
  /** How far each kind was read of one resident, without opening the record. */
  kinds(resident: ResidentId): Promise<ReadonlyMap<string, KindState>>;
  /** The versions held of one resident, so that a page that was read before costs one look. */
  versions(resident: ResidentId): Promise<ReadonlyMap<ResourceKey, HeldVersion>>;
  /**
   * Stores one step in one transaction. The same version again changes nothing; an older row never replaces a newer
   * one; a tombstone wins over an older row.
   *
   * @throws {EhchError} `overtaken` if another leader has begun
   */
  apply(step: PullStep): Promise<Applied>;
  checkpoint(home: string, type: string): Promise<Checkpoint | null>;
  /** All checkpoints of a home by their type. As {@link checkpoint}, it is a look that brings back who was dropped (SPEC R8). */
  checkpoints(home: string): Promise<ReadonlyMap<string, Checkpoint>>;
  members(home: string): Promise<HomeMembers | null>;
  putMembers(epoch: number, members: HomeMembers): Promise<void>;
  /** `null`: no roster of this home is kept. No record is opened. */
  cards(home: string): Promise<HomeCards | null>;
  /**
   * Builds the cards of some members from their records as they are now, without the network. A record that changes
   * meanwhile is read again, so no card is ever older than its record.
   */
  buildCards(home: string, residents: readonly ResidentId[], builder: CardBuilder): Promise<void>;
  /** Erases one resident's copies and the key that reads them. What was not sent stays, as `held`. */
  purge(resident: ResidentId, why: PurgeReason): Promise<void>;
  /** Erases every copy of this source; while locked, of every source. What was not sent stays. */
  purgeAll(): Promise<void>;
}

export type PurgeReason = 'consent-withdrawn' | 'left-home' | 'access-ended' | 'room-needed' | 'asked';

/** The terms of a source: whether its records may be kept on this device. */
export interface SourceTerms {
  readonly id: string;
  /**
   * `no`: in memory alone, never written to the disk. `session`: on the disk under a key that ends with the session.
   * `yes`: on the disk under the key of the signed-in people.
   */
  readonly keep: 'no' | 'session' | 'yes';
}
