import { EhchError, type ResidentId } from '@ehch/clinical';
import { named } from '../../database/transact.ts';
import { holdsUnsent } from '../../records/purge-reason.ts';
import type { Card, HomeMembers, PullStep, PurgeReason, RecordStore } from '../../records/record-store.ts';
import type { HeldVersion } from '../../records/stored-resource.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import type { Reading } from '../swap.ts';
import { applyStep } from './apply-step.ts';
import { BrokenRows } from './broken-rows.ts';
import { readCheckpoint } from './checkpoints.ts';
import { putHeadlines, readCards, readMembers } from './headlines.ts';
import { LOCAL_SOURCE } from '../../memory/open-memory-store.ts';
import { makingRoom } from './make-room.ts';
import { evictResident, purgeResident, purgeSources } from './purge.ts';
import { readRecord } from './read-record.ts';
import { repairResident } from './repair.ts';
import { keyIn, listOf, readRows } from './resident-state.ts';

/** The copies of one source, sealed on the disk. */
export class SealedRecords implements RecordStore {
  readonly #context: SealedContext;
  readonly #source: KeptSource;
  /** Whether the outbox writes to this source. */
  readonly #isServer: boolean;

  constructor(context: SealedContext, source: KeptSource, isServer: boolean) {
    this.#context = context;
    this.#source = source;
    this.#isServer = isServer;
  }

  read(resident: ResidentId) {
    return readRecord(this.#context, this.#source, resident);
  }

  versions(resident: ResidentId): Promise<Map<string, HeldVersion>> {
    return this.#afterRepair(async () => {
      const p = await namesOf(this.#context, this.#source).resident(resident);
      const rows = await readVersionRows(this.#context, p);
      const list = await openVersions(this.#context, rows, resident);
      return new Map(
        [...list.versions].map(([key, { version, updated, isDeleted }]): [string, HeldVersion] => [
          key,
          isDeleted ? { version, updated, isDeleted } : { version, updated },
        ]),
      );
    });
  }

  apply(step: PullStep) {
    return makingRoom(
      this.#context,
      step.changes.map(({ resident }) => resident),
      () => this.#afterRepair(() => applyStep(this.#context, this.#source, step)),
    );
  }

  checkpoint(home: string, type: string) {
    return readCheckpoint(this.#context, this.#source, home, type);
  }

  members(home: string) {
    return readMembers(this.#context, this.#source, home);
  }

  async putMembers(epoch: number, { home, asOf, incomplete, members }: HomeMembers) {
    const roster = { epoch, facts: { asOf, incomplete } };
    await putHeadlines(this.#context, this.#source, 'member', home, members, roster);
  }

  cards(home: string) {
    return readCards(this.#context, this.#source, home);
  }

  async putCards(home: string, cards: readonly Card[]) {
    await putHeadlines(this.#context, this.#source, 'card', home, cards, null);
  }

  async purge(resident: ResidentId, why: PurgeReason) {
    // Guard: what no server has would be gone for good (SPEC R9).
    if (why === 'room-needed' && this.#source.id === LOCAL_SOURCE.id) return;
    if (why === 'room-needed') {
      const names = namesOf(this.#context, this.#source);
      await evictResident(this.#context, await names.source(), await names.resident(resident), resident);
    } else {
      const outbox = { erasesDetails: this.#isServer, holds: this.#isServer && holdsUnsent(why) };
      await purgeResident(this.#context, this.#source, resident, outbox);
    }
  }

  async purgeAll() {
    const name = await namesOf(this.#context, this.#source).source();
    await purgeSources(this.#context, ({ source }) => source === name);
  }

  /** Runs `body`. Where rows of a resident do not open, they are put aside first. */
  async #afterRepair<T>(body: () => Promise<T>): Promise<T> {
    const repaired = new Set<string>();
    for (;;) {
      try {
        return await body();
      } catch (error) {
        if (!(error instanceof BrokenRows) || repaired.has(error.resident)) throw error;
        repaired.add(error.resident);
        await repairResident(this.#context, this.#source, error.resident);
      }
    }
  }
}

async function readVersionRows({ db }: SealedContext, p: string) {
  try {
    const tx: Reading = db.transaction(['meta', 'key', 'ver'], 'readonly');
    return await readRows(tx, p);
  } catch (error) {
    throw named(error);
  }
}

async function openVersions(
  context: SealedContext,
  rows: Awaited<ReturnType<typeof readRows>>,
  resident: ResidentId,
) {
  try {
    return await listOf((await keyIn(context, rows)) ?? null, rows.ver, resident);
  } catch (cause) {
    throw cause instanceof EhchError ? cause : new BrokenRows(resident, cause);
  }
}
