import { compareUpdated } from './compare-updated.ts';
import type { HeldVersion, StoredResource } from './stored-resource.ts';

/** A row of the server, beside what is held under the same key. */
interface ArrivedRow {
  readonly held: HeldVersion | undefined;
  readonly row: Pick<StoredResource, 'version' | 'updated'>;
  /** Whether the held text is the same, byte for byte. */
  readonly isSameText: boolean;
  /** The server was set back to an older state, and this row shows it (sync L7). Nothing held is newer than that. */
  readonly isRestored?: boolean;
  /** It was read by its id after the tombstone, so the server has it now. */
  readonly isReturned?: boolean;
  /** It is the server's answer to a write from here. */
  readonly isAnswer?: boolean;
}

/** Whether a row that arrived takes the place of what is held (SPEC R1, R2, R3). It does not ask when it arrived. */
export function accepts(arrived: ArrivedRow): boolean {
  const { held, row, isSameText, isRestored, isReturned, isAnswer } = arrived;
  if (held === undefined) return true;
  if (held.isDeleted) {
    if (isRestored || isReturned) return true;
    const order = compareUpdated(row.updated, held.updated);
    // R3. A server that was set back gives the number of what it lost again. A list may lag, so only an answer shows that.
    if (row.version !== null && row.version === held.version) return isAnswer === true && (order ?? 0) > 0;
    // A server without times leaves only the order of the steps.
    return (order ?? 1) > 0;
  }
  // R1. HAPI changes labels, such as "restricted", without a new version, so the version alone does not say "the same".
  if (isSameText) return false;
  return isRestored === true || (compareUpdated(row.updated, held.updated) ?? 0) >= 0;
}

/**
 * The tombstone that a confirmed deletion leaves, or `null` if what is held is newer than the deletion, or gone already.
 * A deletion without a time takes that of the version that it ended, so that a late copy of it stays deleted.
 */
export function tombstoneOf(held: HeldVersion | undefined, updated: string | null): HeldVersion | null {
  if (held === undefined) return { version: null, updated, isDeleted: true };
  const order = compareUpdated(held.updated, updated);
  if (held.isDeleted) {
    return order !== null && order < 0 ? { version: held.version, updated, isDeleted: true } : null;
  }
  if (order !== null && order > 0) return null;
  return { version: held.version, updated: updated ?? held.updated, isDeleted: true };
}
