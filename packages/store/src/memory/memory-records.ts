import type { ResidentId } from '@ehch/clinical';
import type { OutboxEntry } from '../outbox/outbox.ts';
import type {
  Card,
  CardBuilder,
  Checkpoint,
  HomeMembers,
  PullStep,
  PurgeReason,
  RecordStore,
} from '../records/record-store.ts';
import { coveredBy, NO_COVERAGE, withoutAll, withoutResident, type Coverage } from '../records/coverage.ts';
import { applyTo, emptyRecord, heldVersions, type MemoryRecord } from './memory-record.ts';

/** What the records of a source need of the store around them. */
export interface Surroundings {
  /** @throws {EhchError} `overtaken` */
  readonly fence: (epoch: number | null) => void | Promise<void>;
  readonly changed: () => void | Promise<void>;
  readonly pending: (resident: ResidentId) => Promise<readonly OutboxEntry[]>;
  /** Called in a purge, for what the outbox holds of the resident. */
  readonly purged: (resident: ResidentId, why: PurgeReason) => void | Promise<void>;
  /** Whether copies may go to make room. Not where they are the only ones (SPEC R10). */
  readonly mayMakeRoom?: boolean;
  /** All copies of this source were erased. */
  readonly purgedAll?: () => void;
  /** Without it, the records are never locked. @throws {EhchError} `locked` */
  readonly assertOpen?: () => unknown;
}

/** The records of one source in memory. They end with the worker. */
export class MemoryRecords implements RecordStore {
  readonly #around: Surroundings;
  readonly #records = new Map<ResidentId, MemoryRecord>();
  readonly #checkpoints = new Map<string, Coverage>();
  /** Who was dropped when a checkpoint was last read. */
  readonly #seen = new Map<string, ReadonlySet<ResidentId>>();
  readonly #members = new Map<string, HomeMembers>();
  readonly #cards = new Map<string, Map<ResidentId, Card>>();
  /** Whose copies may no longer be kept, until a pull brings them again. */
  readonly #purged = new Set<ResidentId>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Drops everything at a lock. It is read again from its source. */
  drop(): void {
    for (const all of [this.#records, this.#members, this.#cards]) all.clear();
    for (const [name, each] of this.#checkpoints) this.#checkpoints.set(name, withoutAll(each));
    this.#around.purgedAll?.();
  }

  async read(resident: ResidentId, types?: ReadonlySet<string>) {
    this.#around.assertOpen?.();
    const { resources, kinds } = this.#records.get(resident) ?? emptyRecord();
    const wanted = [...resources.values()].filter(({ type }) => types?.has(type) ?? true);
    const copy = { resources: wanted, kinds: new Map(kinds) };
    return { ...copy, pending: await this.#around.pending(resident) };
  }

  async versions(resident: ResidentId) {
    this.#around.assertOpen?.();
    return heldVersions(this.#records.get(resident) ?? emptyRecord());
  }

  async kinds(resident: ResidentId) {
    this.#around.assertOpen?.();
    return new Map((this.#records.get(resident) ?? emptyRecord()).kinds);
  }

  async apply({ epoch, changes, checkpoints }: PullStep) {
    this.#around.assertOpen?.();
    await this.#around.fence(epoch);
    // A lock may have come while the epoch was read.
    this.#around.assertOpen?.();
    const residents = new Set<ResidentId>();
    for (const change of changes) {
      const record = this.#records.get(change.resident) ?? emptyRecord();
      this.#records.set(change.resident, record);
      this.#purged.delete(change.resident);
      if (!applyTo(record, change)) continue;
      residents.add(change.resident);
      this.#eraseCards(change.resident);
    }
    for (const each of checkpoints) this.#cover(each);
    if (residents.size > 0) await this.#around.changed();
    return { residents: [...residents] };
  }

  async checkpoint(home: string, type: string) {
    const name = JSON.stringify([home, type]);
    const { checkpoint, dropped } = this.#checkpoints.get(name) ?? NO_COVERAGE;
    this.#seen.set(name, new Set(dropped));
    return checkpoint;
  }

  async checkpoints(home: string) {
    const all = new Map<string, Checkpoint>();
    for (const name of this.#checkpoints.keys()) {
      const [of, type = ''] = JSON.parse(name) as readonly string[];
      const checkpoint = of === home ? await this.checkpoint(home, type) : null;
      if (checkpoint) all.set(type, checkpoint);
    }
    return all;
  }

  async members(home: string) {
    this.#around.assertOpen?.();
    return this.#members.get(home) ?? null;
  }

  async putMembers(epoch: number, members: HomeMembers) {
    this.#around.assertOpen?.();
    await this.#around.fence(epoch);
    this.#members.set(members.home, structuredClone(members));
    await this.#around.changed();
  }

  async cards(home: string) {
    this.#around.assertOpen?.();
    const roster = this.#members.get(home);
    if (!roster) return null;
    const held = this.#cards.get(home);
    return { ...roster, cards: roster.members.flatMap(({ resident }) => held?.get(resident) ?? []) };
  }

  async buildCards(home: string, residents: readonly ResidentId[], builder: CardBuilder) {
    for (const resident of residents) {
      // What waits is asked for first: from the look at the record to the card nothing may come in between.
      const pending = await this.#around.pending(resident);
      this.#around.assertOpen?.();
      const { resources, kinds } = this.#records.get(resident) ?? emptyRecord();
      const wanted = [...resources.values()].filter(({ type }) => builder.types.has(type));
      const facts = builder.factsOf(resident, { resources: wanted, kinds: new Map(kinds), pending });
      const cards = this.#cards.get(home) ?? new Map<ResidentId, Card>();
      this.#cards.set(home, cards);
      if (facts === null) cards.delete(resident);
      else cards.set(resident, structuredClone({ resident, version: builder.version, facts }));
    }
  }

  async purge(resident: ResidentId, why: PurgeReason) {
    if (why === 'room-needed' && this.#around.mayMakeRoom === false) return;
    this.#records.delete(resident);
    for (const [name, each] of this.#checkpoints)
      this.#checkpoints.set(name, withoutResident(each, resident));
    if (why !== 'room-needed') {
      this.#purged.add(resident);
      this.#eraseHeadlines(resident);
    }
    await this.#around.purged(resident, why);
    await this.#around.changed();
  }

  async purgeAll() {
    this.drop();
    await this.#around.changed();
  }

  /** An accepted body as the cached copy (SPEC O4), unless the resident's copies were purged meanwhile. */
  keepAccepted(resident: ResidentId, bodies: PullStep['changes'][number]['put']): boolean {
    if (this.#purged.has(resident)) return false;
    const record = this.#records.get(resident) ?? emptyRecord();
    this.#records.set(resident, record);
    if (applyTo(record, { resident, put: bodies, deleted: [], kinds: {}, isAnswer: true }))
      this.#eraseCards(resident);
    return true;
  }

  #cover(next: Checkpoint): void {
    const name = JSON.stringify([next.home, next.type]);
    const before = this.#checkpoints.get(name) ?? NO_COVERAGE;
    this.#checkpoints.set(name, coveredBy(next, before, this.#seen.get(name) ?? new Set()));
  }

  /** The record has changed. */
  #eraseCards(resident: ResidentId): void {
    for (const cards of this.#cards.values()) cards.delete(resident);
  }

  #eraseHeadlines(resident: ResidentId): void {
    this.#eraseCards(resident);
    for (const [home, held] of this.#members) {
      const members = held.members.filter((member) => member.resident !== resident);
      this.#members.set(home, { ...held, members });
    }
  }
}
