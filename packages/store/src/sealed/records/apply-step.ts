import type { ResidentId } from '@ehch/clinical';
import type { CheckpointRow } from '../../database/schema.ts';
import type { Applied, PullStep, RecordChange } from '../../records/record-store.ts';
import { addOne } from '../../database/meta.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { swap } from '../swap.ts';
import { eraseCards } from './erase-cards.ts';
import { checkpointKeys, readCheckpointRows, sealCheckpoints } from './checkpoints.ts';
import { readRowsOfAll, type ResidentRows } from './resident-state.ts';
import { prepareResident, writeResident, type ResidentWrite } from './resident-write.ts';

/** Stores one step of a pull in one transaction: its page, versions, deletions and cursor (SPEC D2). */
export async function applyStep(
  context: SealedContext,
  source: KeptSource,
  { epoch, changes, checkpoints }: PullStep,
): Promise<Applied> {
  const names = namesOf(context, source);
  const byResident = [...Map.groupBy(changes, ({ resident }) => resident)];
  const ps = await Promise.all(byResident.map(([resident]) => names.resident(resident)));
  const cursorKeys = await checkpointKeys(context, source, checkpoints);
  const after = await swap<Before, StepWrite>(context, {
    epoch,
    // The server has these copies too, and their cursor goes with them.
    durability: 'relaxed',
    read: async (tx) => {
      const [rows, held] = await Promise.all([readRowsOfAll(tx, ps), readCheckpointRows(tx, cursorKeys)]);
      return { rows, held };
    },
    prepare: async ({ rows, held }) => {
      const [residents, cursors] = await Promise.all([
        prepareAll(context, source, byResident, rows),
        sealCheckpoints(context, source, checkpoints, held),
      ]);
      return residents.length + cursors.length === 0 ? null : { residents, cursors };
    },
    write: async (tx, { residents, cursors }) => {
      const isSeen = residents.some((each) => each.isSeen);
      await Promise.all([
        ...residents.map((each) => writeResident(tx, each)),
        eraseCards(
          tx,
          residents.map(({ ver }) => ver.p),
        ),
        ...cursors.map((row) => tx.objectStore('ckpt').put(row)),
        ...(isSeen ? [addOne(tx.objectStore('meta'), 'changeSeq')] : []),
      ]);
    },
  });
  const residents = after?.residents.filter(({ isSeen }) => isSeen).map(({ resident }) => resident) ?? [];
  return { residents };
}

interface Before {
  readonly rows: readonly ResidentRows[];
  readonly held: Awaited<ReturnType<typeof readCheckpointRows>>;
}

interface StepWrite {
  readonly residents: readonly ResidentWrite[];
  readonly cursors: readonly CheckpointRow[];
}

async function prepareAll(
  context: SealedContext,
  source: KeptSource,
  byResident: readonly (readonly [ResidentId, readonly RecordChange[]])[],
  rows: readonly ResidentRows[],
): Promise<ResidentWrite[]> {
  const prepared = await Promise.all(
    byResident.map(async ([, changes], i) => {
      const row = rows[i];
      return row ? prepareResident(context, source, row, changes) : null;
    }),
  );
  return prepared.filter((each) => each !== null);
}
