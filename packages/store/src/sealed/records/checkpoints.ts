import { under } from '../../database/ranges.ts';
import { FORMAT, type CheckpointRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import {
  coveredBy,
  NO_COVERAGE,
  withoutAll,
  withoutResident,
  type Coverage,
} from '../../records/coverage.ts';
import type { Checkpoint } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';
import { putAside } from '../quarantine.ts';
import type { Reading } from '../../database/transact.ts';

type Key = [h: string, c: string];

const placeOf = ({ h, c, format }: Pick<CheckpointRow, 'h' | 'c' | 'format'>) =>
  ['ckpt', h, c, format] as const;

async function keyOf(context: SealedContext, source: KeptSource, home: string, type: string): Promise<Key> {
  const names = namesOf(context, source);
  return Promise.all([names.home(home), names.checkpoint(home, type)]);
}

/** Seals the checkpoints of a step, over those that `rows` holds now. */
export function sealCheckpoints(
  context: SealedContext,
  source: KeptSource,
  checkpoints: readonly Checkpoint[],
  rows: readonly (CheckpointRow | undefined)[],
): Promise<CheckpointRow[]> {
  return Promise.all(
    checkpoints.map(async (checkpoint, i) => {
      const [h, c] = await keyOf(context, source, checkpoint.home, checkpoint.type);
      const row = rows[i];
      // One that does not open is replaced: everything it covered is pulled again from where this one stands.
      const before = (row && (await open(context, row).catch(doesNotOpen))) ?? NO_COVERAGE;
      const seen = context.seenDropped.get(`${h} ${c}`) ?? new Set();
      const plain = {
        h,
        c,
        source: await namesOf(context, source).source(),
        kept: source.kept,
        format: FORMAT,
      };
      return sealRow(context, plain, coveredBy(checkpoint, before, seen));
    }),
  );
}

export async function readCheckpointRows(
  tx: Reading,
  keys: readonly Key[],
): Promise<(CheckpointRow | undefined)[]> {
  return Promise.all(keys.map((key) => tx.objectStore('ckpt').get(key)));
}

export function checkpointKeys(
  context: SealedContext,
  source: KeptSource,
  checkpoints: readonly Checkpoint[],
): Promise<Key[]> {
  return Promise.all(checkpoints.map(({ home, type }) => keyOf(context, source, home, type)));
}

/** The checkpoint of a home and type. One that does not open is put aside: everything is pulled again. */
export async function readCheckpoint(
  context: SealedContext,
  source: KeptSource,
  home: string,
  type: string,
): Promise<Checkpoint | null> {
  const key = await keyOf(context, source, home, type);
  const row = await context.db.get('ckpt', key);
  return (row && (await openOrPutAside(context, row)))?.checkpoint ?? null;
}

/** All checkpoints of a home, in one look. Those that do not open are put aside, as {@link readCheckpoint} does. */
export async function readCheckpoints(
  context: SealedContext,
  source: KeptSource,
  home: string,
): Promise<Map<string, Checkpoint>> {
  const h = await namesOf(context, source).home(home);
  const rows = await context.db.getAll('ckpt', under(h));
  const opened = await Promise.all(rows.map((row) => openOrPutAside(context, row)));
  return new Map(
    opened.flatMap((held) => (held?.checkpoint ? [[held.checkpoint.type, held.checkpoint] as const] : [])),
  );
}

/** What a row says, and from now on this window has seen whom it dropped. */
async function openOrPutAside(context: SealedContext, row: CheckpointRow): Promise<Coverage | null> {
  try {
    const held = await open(context, row);
    context.seenDropped.set(`${row.h} ${row.c}`, new Set(held.dropped));
    return held;
  } catch (error) {
    doesNotOpen(error);
    await putAside(context, 'ckpt', [row.h, row.c], row);
    return null;
  }
}

/**
 * The checkpoints without one resident, whose records are then loaded whole again. `types`: all by default. A type that
 * is pulled by several searches has a checkpoint for each, such as `Observation&category=exam`.
 */
export function withoutMember(
  context: SealedContext,
  rows: readonly CheckpointRow[],
  resident: string,
  types?: ReadonlySet<string>,
): Promise<CheckpointRow[]> {
  return changed(context, rows, (held) =>
    types && !types.has(/^[A-Za-z]*/.exec(held.checkpoint?.type ?? '')?.[0] ?? '')
      ? held
      : withoutResident(held, resident),
  );
}

/** The checkpoints when all copies go. */
export function withoutMembers(
  context: SealedContext,
  rows: readonly CheckpointRow[],
): Promise<CheckpointRow[]> {
  return changed(context, rows, withoutAll);
}

async function changed(
  context: SealedContext,
  rows: readonly CheckpointRow[],
  change: (held: Coverage) => Coverage,
): Promise<CheckpointRow[]> {
  return Promise.all(
    rows.map(async (row) => {
      const held = (await open(context, row).catch(doesNotOpen)) ?? NO_COVERAGE;
      return sealRow(context, row, change(held));
    }),
  );
}

async function sealRow(
  { keys, memory }: SealedContext,
  { h, c, source, kept, format }: Pick<CheckpointRow, 'h' | 'c' | 'source' | 'kept' | 'format'>,
  coverage: Coverage,
): Promise<CheckpointRow> {
  const plain = { h, c, source, kept, format };
  const sealed = await seal(keys.tree(kept).work, placeOf(plain), JSON.stringify(coverage));
  memory.keep(placeOf(plain), sealed.iv, coverage);
  return { ...plain, ...sealed };
}

function open({ keys, memory }: SealedContext, row: CheckpointRow): Promise<Coverage> {
  return memory.open(
    placeOf(row),
    row.iv,
    async () => JSON.parse(await unseal(keys.tree(row.kept).work, placeOf(row), row)) as Coverage,
  );
}
