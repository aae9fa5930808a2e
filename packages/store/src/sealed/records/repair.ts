import type { ResidentId } from '@ehch/clinical';
import { addOne } from '../../database/meta.ts';
import { under } from '../../database/ranges.ts';
import type { CheckpointRow, DeltaRow, PackRow, VerRow } from '../../database/schema.ts';
import { seal } from '../../keys/seal.ts';
import type { KindState } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { typeOfKey } from '../../records/stored-resource.ts';
import { asideRow } from '../quarantine.ts';
import { swap, type RecordWriting } from '../swap.ts';
import type { Reading } from '../../database/transact.ts';
import { openRows } from './bucket-rows.ts';
import { eraseCards } from './erase-cards.ts';
import { withoutMember } from './checkpoints.ts';
import { missingIn } from './resident-write.ts';
import { keyIn, openList, readRows, verPlace } from './resident-state.ts';
import { listToText, type VersionList } from './version-list.ts';
import { doesNotOpen } from '../does-not-open.ts';

/**
 * Puts the rows of a resident that do not open aside, looks for copies that are listed and not there, and says of each kind
 * that lost something that it failed, so that
 * nobody reads the rest as the whole (SPEC D5). The resident leaves the checkpoints of these types, so that the next pull
 * loads them whole.
 */
export async function repairResident(
  context: SealedContext,
  source: KeptSource,
  resident: ResidentId,
): Promise<void> {
  const names = namesOf(context, source);
  const [p, sourceName] = await Promise.all([names.resident(resident), names.source()]);
  await swap(context, {
    epoch: null,
    durability: 'strict',
    also: ['quar'],
    read: (tx) => readAllRows(tx, p, sourceName),
    prepare: async (rows) => {
      const state = { ...rows, p };
      const key = await keyIn(context, state)?.catch(doesNotOpen);
      const list = rows.ver && key ? await openList(key, rows.ver).catch(doesNotOpen) : null;
      return list && key ? dropBroken(context, state, key, list) : dropAll(context, state, resident);
    },
    write: (tx, repair) => writeRepair(context, tx, p, repair),
  });
  context.memory.empty();
}

interface AllRows extends Awaited<ReturnType<typeof readRows>> {
  readonly packs: readonly PackRow[];
  readonly deltas: readonly DeltaRow[];
  readonly checkpoints: readonly CheckpointRow[];
}

interface Repair {
  readonly broken: readonly { readonly store: 'pack' | 'delta' | 'ver' | 'key'; readonly row: unknown }[];
  /** `null`: everything of the resident goes. */
  readonly ver: VerRow | null;
  readonly checkpoints: readonly CheckpointRow[];
}

/** All rows of one resident, with the checkpoints of their homes. */
async function readAllRows(tx: Reading, p: string, source: string): Promise<AllRows> {
  const [rows, packs, deltas, checkpoints] = await Promise.all([
    readRows(tx, p),
    tx.objectStore('pack').getAll(under(p)),
    tx.objectStore('delta').getAll(under(p)),
    tx.objectStore('ckpt').getAll(),
  ]);
  return { ...rows, packs, deltas, checkpoints: checkpoints.filter((each) => each.source === source) };
}

async function dropBroken(
  context: SealedContext,
  { p, ver, packs, deltas, checkpoints }: AllRows,
  key: CryptoKey,
  list: VersionList,
): Promise<Repair | null> {
  const { resources, broken } = await openRows(key, { packs, deltas });
  const lost = missingIn(list, resources);
  if (broken.length + lost.length === 0 || !ver) return null;
  const types = new Set(lost.map(typeOfKey));
  const versions = new Map([...list.versions].filter(([name]) => !lost.includes(name)));
  const kinds = new Map(
    [...list.kinds].map(([kind, state]) => [kind, types.has(kind) ? failed(state, context.now()) : state]),
  );
  const row = { p, format: ver.format, buckets: ver.buckets, usedAt: ver.usedAt };
  const text = listToText({ ...list, versions, kinds });
  return {
    broken: broken.map((each) => ({ store: 'n' in each ? 'pack' : 'delta', row: each })),
    ver: { ...row, ...(await seal(key, verPlace(row), text)) },
    checkpoints: await withoutMember(context, checkpoints, list.resident, types),
  };
}

/** Without the list of versions nobody can tell which copies are still true, so all go and come again. */
async function dropAll(
  context: SealedContext,
  { key, ver, packs, deltas, checkpoints }: AllRows,
  resident: ResidentId,
): Promise<Repair | null> {
  if (!key && !ver && packs.length + deltas.length === 0) return null;
  return {
    broken: [
      ...(ver ? [{ store: 'ver', row: ver } as const] : []),
      ...packs.map((row) => ({ store: 'pack', row }) as const),
      ...deltas.map((row) => ({ store: 'delta', row }) as const),
      ...(key?.wrapped ? [{ store: 'key', row: key } as const] : []),
    ],
    ver: null,
    checkpoints: await withoutMember(context, checkpoints, resident),
  };
}

const failed = (state: KindState, at: string): KindState => ({
  ...state,
  asOf: null,
  last: { state: 'failed', error: { code: 'malformed' }, at },
});

async function writeRepair(
  context: SealedContext,
  tx: RecordWriting,
  p: string,
  repair: Repair,
): Promise<void> {
  const { broken, ver, checkpoints } = repair;
  const goes = ({ store, row }: Repair['broken'][number]) => {
    const { b, n, k } = row as PackRow & DeltaRow;
    return store === 'pack'
      ? tx.objectStore('pack').delete([p, b, n])
      : tx.objectStore('delta').delete([p, b, k]);
  };
  await Promise.all([
    ...broken.map(({ store, row }) => tx.objectStore('quar').add(asideRow(context, store, row))),
    ...broken.filter(({ store }) => store === 'pack' || store === 'delta').map(goes),
    ...(ver ? [tx.objectStore('ver').put(ver)] : eraseResident(tx, p)),
    eraseCards(tx, [p]),
    ...checkpoints.map((row) => tx.objectStore('ckpt').put(row)),
    addOne(tx.objectStore('meta'), 'changeSeq'),
  ]);
}

/** Everything of a resident but the place in the roster, which has another row. */
function eraseResident(tx: RecordWriting, p: string): Promise<unknown>[] {
  return [tx.objectStore('ver').delete(p), tx.objectStore('key').delete(p)];
}
