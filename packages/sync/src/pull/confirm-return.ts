import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, RecordChange, RecordStore, ResourceKey, StoredResource } from '@ehch/store';
import { keyOf } from '@ehch/store';
import type { AskContext } from '../steps/ask.ts';
import { confirmAbsence, type AbsentCopy } from './confirm-absence.ts';
import type { PullContext } from './pull-context.ts';
import { isAfter } from './server-times.ts';
import { isTombstoneGivenAgain } from './version-given-again.ts';

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
  if (reconciledAt === null) return null;
  const isRecent = Date.parse(now()) - Date.parse(reconciledAt) < COMPARED_AGAIN_MS;
  for (const change of changes) {
    const doubtful = await countAsDeleted(copies, change);
    if (doubtful.some(({ isGivenAgain }) => isGivenAgain || !isRecent)) return null;
  }
  return reconciledAt;
}

interface CountedAsDeleted extends AbsentCopy {
  /** It is newer than the tombstone, under the same number: a server that was set back has it again, and no index lags so. */
  readonly isGivenAgain: boolean;
}

/** Rows that are listed and do not end the tombstone here. */
async function countAsDeleted(
  copies: RecordStore,
  { resident, put }: Pick<RecordChange, 'resident' | 'put'>,
): Promise<readonly CountedAsDeleted[]> {
  const held = await copies.versions(resident);
  return put.flatMap(({ type, id, version, updated }) => {
    const own = held.get(keyOf({ type, id }));
    if (own?.isDeleted !== true) return [];
    const isGivenAgain = isTombstoneGivenAgain(own, { version, updated });
    const endsIt = isAfter(updated, own.updated) && !isGivenAgain;
    return endsIt ? [] : [{ resident, type, id, updated, isGivenAgain }];
  });
}
