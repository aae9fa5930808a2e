import { FORMAT, type CheckpointRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import type { Checkpoint } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { putAside } from '../quarantine.ts';
import { doesNotOpen } from '../does-not-open.ts';

const placeOf = ({ h, c, format }: Pick<CheckpointRow, 'h' | 'c' | 'format'>) =>
  ['ckpt', h, c, format] as const;

export async function sealCheckpoint(
  context: SealedContext,
  source: KeptSource,
  checkpoint: Checkpoint,
): Promise<CheckpointRow> {
  const names = namesOf(context, source);
  const [h, c, sourceName] = await Promise.all([
    names.home(checkpoint.home),
    names.checkpoint(checkpoint.home, checkpoint.type),
    names.source(),
  ]);
  const row = { h, c, source: sourceName, kept: source.kept, format: FORMAT };
  const { work } = context.keys.tree(source.kept);
  return { ...row, ...(await seal(work, placeOf(row), JSON.stringify(checkpoint))) };
}

/** @throws {DOMException | SyntaxError} if the row does not open */
export async function openCheckpoint({ keys }: SealedContext, row: CheckpointRow): Promise<Checkpoint> {
  return JSON.parse(await unseal(keys.tree(row.kept).work, placeOf(row), row)) as Checkpoint;
}

/** The checkpoint of a home and type. One that does not open is put aside: everything is pulled again. */
export async function readCheckpoint(
  context: SealedContext,
  source: KeptSource,
  home: string,
  type: string,
): Promise<Checkpoint | null> {
  const names = namesOf(context, source);
  const key: [string, string] = [await names.home(home), await names.checkpoint(home, type)];
  const row = await context.db.get('ckpt', key);
  if (!row) return null;
  try {
    return await openCheckpoint(context, row);
  } catch (error) {
    doesNotOpen(error);
    await putAside(context, 'ckpt', key, row);
    return null;
  }
}

/** The same checkpoints without one resident, whose records are then loaded whole again. `types`: all by default. */
export async function withoutMember(
  context: SealedContext,
  rows: readonly CheckpointRow[],
  resident: string,
  types?: ReadonlySet<string>,
): Promise<CheckpointRow[]> {
  const changed = await Promise.all(
    rows.map(async (row) => {
      const held = await openCheckpoint(context, row);
      if (!held.members.includes(resident) || (types && !types.has(held.type))) return null;
      const text = JSON.stringify({ ...held, members: held.members.filter((each) => each !== resident) });
      return { ...row, ...(await seal(context.keys.tree(row.kept).work, placeOf(row), text)) };
    }),
  );
  return changed.filter((each) => each !== null);
}
