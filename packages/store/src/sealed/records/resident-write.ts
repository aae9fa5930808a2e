import { EhchError, type ResidentId } from '@ehch/clinical';
import { under } from '../../database/ranges.ts';
import {
  FORMAT,
  type Bucket,
  type DeltaRow,
  type KeyRow,
  type PackRow,
  type VerRow,
} from '../../database/schema.ts';
import { seal } from '../../keys/seal.ts';
import type { RecordChange } from '../../records/record-store.ts';
import { keyOf, typeOfKey, type StoredResource } from '../../records/stored-resource.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import type { RecordWriting } from '../swap.ts';
import { bucketOf, BUCKETS } from './bucket.ts';
import { isPack, nextPack, PACK_SIZE, planBucket } from './bucket-plan.ts';
import { openRows, readBucket, sealDelta, sealPacks } from './bucket-rows.ts';
import { BrokenRows } from './broken-rows.ts';
import { fingerprint } from './fingerprint.ts';
import { keyFor, listOf, verPlace, type ResidentRows } from './resident-state.ts';
import { listToText, planChanges, type VersionList } from './version-list.ts';

/** Everything that a change of one resident writes. */
export interface ResidentWrite {
  readonly resident: ResidentId;
  readonly key: KeyRow | null;
  readonly ver: VerRow;
  readonly packs: readonly PackRow[];
  readonly deltas: readonly DeltaRow[];
  readonly goneDeltas: readonly (readonly [p: string, b: number, k: string])[];
  /** Buckets whose rows are replaced whole. */
  readonly rewritten: readonly number[];
  readonly isSeen: boolean;
}

const EMPTY: Bucket = { deltas: 0, packs: [] };

/** Prepares the changes of one resident. `null`: they change nothing. */
export async function prepareResident(
  context: SealedContext,
  source: KeptSource,
  rows: ResidentRows,
  changes: readonly RecordChange[],
): Promise<ResidentWrite | null> {
  const { p } = rows;
  const resident = changes[0]?.resident ?? '';
  const names = namesOf(context, source);
  const { key, row } = await keyFor(context, source, await names.source(), rows);
  const before = await listOf(context, row ? null : key, rows.ver, resident).catch((cause: unknown) => {
    throw cause instanceof EhchError ? cause : new BrokenRows(resident, cause);
  });
  const plan = planChanges(before, changes);
  if (plan.put.length + plan.deleted.length === 0 && !plan.isSeen) return null;
  const parts = await Promise.all(
    Array.from({ length: BUCKETS }, async (_, b) => {
      const inBucket = <T>(each: readonly T[], typeOf: (one: T) => string) =>
        each.filter((one) => bucketOf(typeOf(one)) === b);
      const put = inBucket(plan.put, (each) => each.row.type);
      const deleted = inBucket(plan.deleted, typeOfKey);
      const forgets = inBucket(plan.forgotten, typeOfKey).length > 0;
      const nameOf = (name: string) => names.resource(resident, name);
      const from = rows.ver?.buckets[b] ?? EMPTY;
      const bucket = { context, resident, key, p, b, from, list: plan.list, nameOf, forgets };
      const isNothing = put.length + deleted.length === 0 && !forgets;
      return isNothing ? { ...NOTHING, bucket: from } : writeBucket(bucket, put, deleted);
    }),
  );
  const ver = {
    p,
    format: FORMAT,
    buckets: parts.map(({ bucket }) => bucket),
    usedAt: Date.parse(context.now()),
  };
  const sealed = await seal(key, verPlace(ver), listToText(plan.list));
  // The next page of this resident opens it again.
  context.memory.keep(verPlace(ver), sealed.iv, plan.list);
  return {
    resident,
    key: row,
    ver: { ...ver, ...sealed },
    packs: parts.flatMap(({ packs }) => packs),
    deltas: parts.flatMap(({ deltas }) => deltas),
    goneDeltas: parts.flatMap(({ gone }, b) => gone.map((k) => [p, b, k] as const)),
    rewritten: parts.flatMap(({ isRewritten }, b) => (isRewritten ? [b] : [])),
    isSeen: plan.isSeen,
  };
}

interface BucketWrite {
  readonly bucket: Bucket;
  readonly packs: readonly PackRow[];
  readonly deltas: readonly DeltaRow[];
  readonly gone: readonly string[];
  readonly isRewritten: boolean;
}

const NOTHING = { packs: [], deltas: [], gone: [], isRewritten: false } as const;

interface BucketToWrite {
  readonly context: SealedContext;
  readonly resident: ResidentId;
  readonly key: CryptoKey;
  readonly p: string;
  readonly b: number;
  readonly from: Bucket;
  readonly list: VersionList;
  readonly nameOf: (key: string) => Promise<string>;
  readonly forgets: boolean;
}

type Put = readonly { readonly row: StoredResource; readonly isNew: boolean }[];

async function writeBucket(to: BucketToWrite, put: Put, deleted: readonly string[]): Promise<BucketWrite> {
  const added = put.filter(({ isNew }) => isNew).map(({ row }) => row);
  const changed = put.filter(({ isNew }) => !isNew).map(({ row }) => row);
  return to.forgets || planBucket(to.from, changed.length, added.length) === 'rewrite'
    ? rewriteBucket(to, put)
    : appendToBucket(to, added, changed, deleted);
}

async function appendToBucket(
  { key, p, b, from, nameOf }: BucketToWrite,
  added: readonly StoredResource[],
  changed: readonly StoredResource[],
  deleted: readonly string[],
): Promise<BucketWrite> {
  const first = nextPack(from);
  const packs = isPack(added.length) ? await sealPacks(key, p, b, first, added) : [];
  const asDeltas = packs.length > 0 ? changed : [...changed, ...added];
  const deltas = await Promise.all(
    asDeltas.map(async (row) => sealDelta(key, p, b, await nameOf(keyOf(row)), row)),
  );
  return {
    // A delta that is written again is counted again. The count decides only how soon the bucket is written anew.
    bucket: { deltas: from.deltas + deltas.length, packs: [...from.packs, ...counted(packs, added.length)] },
    packs,
    deltas,
    gone: await Promise.all(deleted.map(nameOf)),
    isRewritten: false,
  };
}

/** Compaction: the bucket as packs alone, without what was deleted. No answer changes by it (SPEC R4). */
async function rewriteBucket(to: BucketToWrite, put: Put): Promise<BucketWrite> {
  const { context, resident, key, p, b, list } = to;
  const { resources, broken } = await openRows(key, await readBucket(context, p, b));
  if (broken.length > 0) throw new BrokenRows(resident, null);
  for (const { row } of put) resources.set(keyOf(row), row);
  const kept = [...resources].filter(([name]) => isHeld(list, name)).map(([, row]) => row);
  const packs = await sealPacks(key, p, b, nextPack(to.from), kept);
  return { ...NOTHING, bucket: { deltas: 0, packs: counted(packs, kept.length) }, packs, isRewritten: true };
}

/** How many of `total` resources each pack has. */
function counted(packs: readonly PackRow[], total: number): Bucket['packs'] {
  return packs.map(({ n }, i) => [n, Math.min(total - i * PACK_SIZE, PACK_SIZE)]);
}

export function isHeld({ versions }: VersionList, name: string): boolean {
  const held = versions.get(name);
  return held !== undefined && !held.isDeleted;
}

/**
 * What the list says is held and the rows do not have in that very text. A row may be gone, and a pack then shows an older
 * copy. Versions alone do not tell: some servers count none.
 *
 * @param buckets those that were read. Left out: all of them
 */
export function missingIn(
  list: VersionList,
  resources: ReadonlyMap<string, StoredResource>,
  buckets?: readonly number[],
): readonly string[] {
  return [...list.versions].flatMap(([name, { print, isDeleted }]) => {
    if (isDeleted || buckets?.includes(bucketOf(typeOfKey(name))) === false) return [];
    return fingerprint(resources.get(name)?.text ?? '') === print ? [] : [name];
  });
}

/** Puts what was prepared. Nothing is awaited one by one, because that alone would more than double the time. */
export async function writeResident(tx: RecordWriting, each: ResidentWrite): Promise<void> {
  const { p } = each.ver;
  const [pack, delta] = [tx.objectStore('pack'), tx.objectStore('delta')];
  await Promise.all([
    ...(each.key ? [tx.objectStore('key').put(each.key)] : []),
    ...each.rewritten.flatMap((b) => [pack.delete(under(p, b)), delta.delete(under(p, b))]),
    ...each.goneDeltas.map((name) => delta.delete([...name])),
    ...each.packs.map((row) => pack.put(row)),
    ...each.deltas.map((row) => delta.put(row)),
    tx.objectStore('ver').put(each.ver),
  ]);
}
