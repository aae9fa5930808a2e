import type { ResidentId } from '@ehch/clinical';
import { wrappingIn } from '../../database/meta.ts';
import type { KeyRow, VerRow } from '../../database/schema.ts';
import type { Wrapping } from '../../keys/key-ring.ts';
import { newResidentKey, type ResidentKey } from '../../keys/resident-key.ts';
import { unseal } from '../../keys/seal.ts';
import type { KeptSource, SealedContext } from '../context.ts';
import type { Reading } from '../../database/transact.ts';
import { emptyList, listFromText, type VersionList } from './version-list.ts';

/** The rows that say how things stand with one resident of a source. */
export interface ResidentRows {
  readonly p: string;
  readonly wrapping: Wrapping;
  readonly key: KeyRow | undefined;
  readonly ver: VerRow | undefined;
}

export async function readRows(tx: Reading, p: string): Promise<ResidentRows> {
  const [wrapping, key, ver] = await Promise.all([
    wrappingIn(tx.objectStore('meta')),
    tx.objectStore('key').get(p),
    tx.objectStore('ver').get(p),
  ]);
  return { p, wrapping, key, ver };
}

/** The same of several residents, with one look at what they share. */
export async function readRowsOfAll(tx: Reading, ps: readonly string[]): Promise<ResidentRows[]> {
  const [wrapping, rows] = await Promise.all([
    wrappingIn(tx.objectStore('meta')),
    Promise.all(ps.map((p) => Promise.all([tx.objectStore('key').get(p), tx.objectStore('ver').get(p)]))),
  ]);
  return rows.map(([key, ver], i) => ({ p: ps[i] ?? '', wrapping, key, ver }));
}

/** The resident's key, if there is one. */
export function keyIn(
  { keys }: SealedContext,
  { p, key, wrapping }: Pick<ResidentRows, 'p' | 'key' | 'wrapping'>,
): Promise<CryptoKey> | null {
  return key?.wrapped ? keys.resident(p, key.wrapped, key.kept, wrapping) : null;
}

/** The resident's key, or a new one with the row that keeps it. */
export async function keyFor(
  context: SealedContext,
  source: KeptSource,
  sourceName: string,
  rows: Pick<ResidentRows, 'p' | 'key' | 'wrapping'>,
): Promise<Pick<ResidentKey, 'key'> & { readonly row: KeyRow | null }> {
  const known = keyIn(context, rows);
  if (known) return { key: await known, row: null };
  const { generation } = rows.wrapping;
  const { key, wrapped } = await newResidentKey(await context.keys.wrapping(source.kept, rows.wrapping));
  return { key, row: { p: rows.p, source: sourceName, kept: source.kept, generation, wrapped } };
}

export const verPlace = ({ p, format }: Pick<VerRow, 'p' | 'format'>) => ['ver', p, format] as const;

/** @throws {DOMException | SyntaxError} if the row does not open */
export async function openList(key: CryptoKey, ver: VerRow): Promise<VersionList> {
  return listFromText(await unseal(key, verPlace(ver), ver));
}

export async function listOf(
  { memory }: SealedContext,
  key: CryptoKey | null,
  ver: VerRow | undefined,
  resident: ResidentId,
): Promise<VersionList> {
  if (!ver || !key) return emptyList(resident);
  return memory.open(verPlace(ver), ver.iv, () => openList(key, ver));
}
