import { read } from '../../database/transact.ts';
import { under } from '../../database/ranges.ts';
import { FORMAT, type DeltaRow, type PackRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import { keyOf, type StoredResource } from '../../records/stored-resource.ts';
import type { SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';
import { PACK_SIZE } from './bucket-plan.ts';
import { resourcesFromText, resourcesToText } from './resource-text.ts';

const packPlace = ({ p, b, n, format }: Pick<PackRow, 'p' | 'b' | 'n' | 'format'>) =>
  ['pack', p, b, n, format] as const;
const deltaPlace = ({ p, b, k, format }: Pick<DeltaRow, 'p' | 'b' | 'k' | 'format'>) =>
  ['delta', p, b, k, format] as const;

/** Resources as packs, numbered from `from`. */
export function sealPacks(
  key: CryptoKey,
  p: string,
  b: number,
  from: number,
  resources: readonly StoredResource[],
): Promise<PackRow[]> {
  const count = Math.ceil(resources.length / PACK_SIZE);
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const row = { p, b, n: from + i, format: FORMAT };
      const text = resourcesToText(resources.slice(i * PACK_SIZE, (i + 1) * PACK_SIZE));
      return { ...row, ...(await seal(key, packPlace(row), text)) };
    }),
  );
}

export async function sealDelta(
  key: CryptoKey,
  p: string,
  b: number,
  k: string,
  resource: StoredResource,
): Promise<DeltaRow> {
  const row = { p, b, k, format: FORMAT };
  return { ...row, ...(await seal(key, deltaPlace(row), resourcesToText([resource]))) };
}

export interface BucketRows {
  readonly packs: readonly PackRow[];
  readonly deltas: readonly DeltaRow[];
}

/** What opened of some rows, a delta over its pack, and the rows that did not open. */
export interface OpenedRows {
  readonly resources: Map<string, StoredResource>;
  readonly broken: readonly (PackRow | DeltaRow)[];
}

export async function openRows(key: CryptoKey, { packs, deltas }: BucketRows): Promise<OpenedRows> {
  const broken: (PackRow | DeltaRow)[] = [];
  const open = <Row extends PackRow | DeltaRow>(
    row: Row,
    place: (row: Row) => readonly (string | number)[],
  ) =>
    unseal(key, place(row), row)
      .then(resourcesFromText)
      .catch((error: unknown) => {
        doesNotOpen(error);
        broken.push(row);
        return [];
      });
  const opened = await Promise.all([
    ...packs.map((row) => open(row, packPlace)),
    ...deltas.map((row) => open(row, deltaPlace)),
  ]);
  return { resources: new Map(opened.flat().map((each) => [keyOf(each), each])), broken };
}

/** The rows of one bucket, for a plan that writes it anew. */
export function readBucket({ db }: SealedContext, p: string, b: number): Promise<BucketRows> {
  return read(db, ['pack', 'delta'], async (tx) => {
    const [packs, deltas] = await Promise.all([
      tx.objectStore('pack').getAll(under(p, b)),
      tx.objectStore('delta').getAll(under(p, b)),
    ]);
    return { packs, deltas };
  });
}
