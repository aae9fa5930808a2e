import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, RecordChange, RecordStore, ResourceKey, StoredResource } from '@ehch/store';
import { keyOf } from '@ehch/store';
import type { AskContext } from '../steps/ask.ts';
import { confirmAbsence, type AbsentCopy } from './confirm-absence.ts';
import type { PullContext } from './pull-context.ts';
import { isAfter } from './server-times.ts';

/** What the server says of resources that it lists although they count as deleted here. */
export interface Returned {
  /** It gives these by their id, so they are there again. */
  readonly returned: readonly StoredResource[];
  readonly forgotten: readonly ResourceKey[];
  /** Whether it said something of each. Otherwise a copy may be missing. */
  readonly isSure: boolean;
}

/**
 * Asks for each listed row whose copy counts as deleted, by its id. An index may lag behind a deletion, and a server may
 * answer 404 for a while, as before its backup is in place. Neither the list nor the tombstone alone decides.
 */
export async function confirmReturn(
  context: AskContext & { readonly copies: RecordStore },
  resident: ResidentId,
  rows: readonly StoredResource[],
): Promise<Returned> {
  const doubtful = await countAsDeleted(context.copies, { resident, put: rows });
  const { present, deleted, refused, moved } = await confirmAbsence(context, doubtful);
  const said = present.length + deleted.length + refused.length + moved.length;
  return { returned: present, forgotten: [...refused, ...moved], isSure: said === doubtful.length };
}

/** [P] Milliseconds between two comparisons for this reason. An index that lags for ever would ask for one at each pull. */
const COMPARED_AGAIN_MS = 900_000;

/** When both sides were last compared. `null`: at once, because a page shows what counts as deleted here. */
export async function comparedAt(
  { copies, now }: PullContext,
  { reconciledAt }: Checkpoint,
  changes: readonly RecordChange[],
): Promise<Checkpoint['reconciledAt']> {
  if (reconciledAt === null || Date.parse(now()) - Date.parse(reconciledAt) < COMPARED_AGAIN_MS)
    return reconciledAt;
  for (const change of changes) if ((await countAsDeleted(copies, change)).length > 0) return null;
  return reconciledAt;
}

/** Rows that are not newer than a tombstone here. */
async function countAsDeleted(
  copies: RecordStore,
  { resident, put }: Pick<RecordChange, 'resident' | 'put'>,
): Promise<readonly AbsentCopy[]> {
  const held = await copies.versions(resident);
  return put.flatMap((row) => {
    const own = held.get(keyOf(row));
    const isDoubtful = own?.isDeleted === true && !isAfter(row.updated, own.updated);
    return isDoubtful ? [{ resident, type: row.type, id: row.id, updated: row.updated }] : [];
  });
}
