import type { SealedContext } from '../sealed/context.ts';
import { toJson } from './bytes-in-json.ts';
import { sealFile } from './move-file.ts';
import { countMoved, readMovedRows, type MovedCounts, type MovedRows } from './moved-rows.ts';
import type { Bytes } from '../keys/bytes.ts';

export interface SealedExport {
  /** One file for another PC. It tells nothing without its passphrase. */
  readonly file: Bytes;
  readonly counts: MovedCounts;
}

/** The content of a file: rows as they lie, the key that opens them, and how many there must be (SPEC M1). */
export interface FileContent extends MovedRows {
  readonly root: Bytes;
  readonly counts: MovedCounts;
}

/** Everything of a database in one file, under a passphrase of its own. The database stays as it is (SPEC M1, M4). */
export async function exportSealed(
  { db, keys }: SealedContext,
  name: string,
  passphrase: string,
): Promise<SealedExport> {
  // First of all, so that nothing is exported from a store that is locked.
  const { root } = keys;
  const moved = await readMovedRows(db);
  const counts = countMoved(moved.rows);
  const content: FileContent = { ...moved, root, counts };
  return { file: await sealFile(name, passphrase, toJson(content)), counts };
}
