import { EhchError, type ResidentId } from '@ehch/clinical';
import { read } from '../../database/transact.ts';
import { holdsUnsent } from '../../records/purge-reason.ts';
import type {
  CardBuilder,
  HomeMembers,
  PullStep,
  PurgeReason,
  RecordStore,
} from '../../records/record-store.ts';
import type { HeldVersion } from '../../records/stored-resource.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { applyStep } from './apply-step.ts';
import { BrokenRows } from './broken-rows.ts';
import { readCheckpoint, readCheckpoints } from './checkpoints.ts';
import { buildCards } from './cards.ts';
import { putRoster, readCards, readMembers } from './headlines.ts';
import { LOCAL_SOURCE } from '../../memory/open-memory-store.ts';
import { makingRoom } from './make-room.ts';
import { evictResident, purgeResident, purgeSources, purgeUnread } from './purge.ts';
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

  read(resident: ResidentId, types?: ReadonlySet<string>) {
    return readRecord(this.#context, this.#source, resident, types);
  }

  async versions(resident: ResidentId): Promise<Map<string, HeldVersion>> {
    const { versions } = await this.#list(resident);
    return new Map(
      [...versions].map(([key, { version, updated, isDeleted }]): [string, HeldVersion] => [
        key,
        isDeleted ? { version, updated, isDeleted } : { version, updated },
      ]),
    );
  }

  async kinds(resident: ResidentId) {
    return new Map((await this.#list(resident)).kinds);
  }

  async apply(step: PullStep) {
    const names = namesOf(this.#context, this.#source);
    const needed = await Promise.all(step.changes.map(({ resident }) => names.resident(resident)));
    return makingRoom(this.#context, needed, () =>
      this.#afterRepair(() => applyStep(this.#context, this.#source, step)),
    );
  }

  checkpoint(home: string, type: string) {
    return readCheckpoint(this.#context, this.#source, home, type);
  }

  checkpoints(home: string) {
    return readCheckpoints(this.#context, this.#source, home);
  }

  members(home: string) {
    return readMembers(this.#context, this.#source, home);
  }

  putMembers(epoch: number, members: HomeMembers) {
    return putRoster(this.#context, this.#source, epoch, members);
  }

  cards(home: string) {
    return readCards(this.#context, this.#source, home);
  }

  buildCards(home: string, residents: readonly ResidentId[], builder: CardBuilder) {
    return buildCards(this.#context, this.#source, home, residents, builder);
  }

  async purge(resident: ResidentId, why: PurgeReason) {
    // Guard: what no server has would be gone for good (SPEC R10).
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
    // Whoever erases needs no key: a device that was locked overnight must be able to forget.
    if (this.#context.keys.isLocked) return purgeUnread(this.#context);
    const name = await namesOf(this.#context, this.#source).source();
    await purgeSources(this.#context, ({ source }) => source === name);
  }

  #list(resident: ResidentId) {
    return this.#afterRepair(async () => {
      const p = await namesOf(this.#context, this.#source).resident(resident);
      return openVersions(this.#context, await readVersionRows(this.#context, p), resident);
    });
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

function readVersionRows({ db }: SealedContext, p: string) {
  return read(db, ['meta', 'key', 'ver'], (tx) => readRows(tx, p));
}

async function openVersions(
  context: SealedContext,
  rows: Awaited<ReturnType<typeof readRows>>,
  resident: ResidentId,
) {
  try {
    return await listOf(context, (await keyIn(context, rows)) ?? null, rows.ver, resident);
  } catch (cause) {
    throw cause instanceof EhchError ? cause : new BrokenRows(resident, cause);
  }
}
