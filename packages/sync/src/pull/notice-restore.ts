import type { ResidentId } from '@ehch/clinical';
import {
  keyOf,
  type Acknowledgement,
  type RecordChange,
  type ResourceKey,
  type StoredResource,
} from '@ehch/store';
import { withinBase } from '../http/within-base.ts';
import { pageRows } from '../pages/page-rows.ts';
import { askPage, saysGone } from '../steps/ask.ts';
import type { Feed } from '../steps/queries.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { residentOf } from './resident-of.ts';
import { isAfter } from './server-times.ts';

/**
 * Looks at a row at a feed's high water, which did not come again (SPEC L7). It was deleted, or no longer fits the search, or
 * the server was set back: it has an older version, or never heard of the row.
 *
 * @returns with `isDone: false` where nothing was said, so that the row has to be looked at again
 */
export async function noticeRestore(
  context: PullContext,
  feed: Feed,
  mark: string,
  members: readonly ResidentId[],
): Promise<StepEnd> {
  const newest = await heldAt(context, feed, mark, members);
  if (newest === null) return { state: 'did', residents: [], isDone: true };
  const { resident, key, updated } = newest;
  const page = await askPage(context, withinBase(context.base, key), feed.kind, null);
  if (page.state === 'loaded') {
    const [row] = pageRows(page.response.text, page.value, context.base);
    // Another resource says nothing about this one. The next pull notices the same again.
    if (row === undefined || keyOf(row.stored) !== key) return { state: 'did', residents: [], isDone: false };
    if (isAfter(updated, row.stored.updated))
      return { state: 'did', residents: [], isDone: true, isRestored: true };
    const isTheirs = residentOf(row, context.base, new Set([resident])) !== null;
    const now = isTheirs ? { put: [row.stored] } : { put: [], forgotten: [key] };
    return change(context, { resident, ...now, deleted: [], kinds: {} });
  }
  // A server that keeps tombstones says 410. One that says 404 never had it, or forgets what it deleted: compare all.
  if (saysGone(page)) {
    if (page.status === 404) return { state: 'did', residents: [], isDone: true, isRestored: true };
    return change(context, { resident, put: [], deleted: [{ key, updated }], kinds: {} });
  }
  if (page.state === 'withheld') return { state: 'did', residents: [], isDone: true };
  // A gateway's page says nothing. The next pull notices the same again.
  if (page.status === 404 || page.status === 410) return { state: 'did', residents: [], isDone: false };
  return { state: 'failed', code: page.error.code, retryAfterMs: null };
}

async function change(context: PullContext, one: RecordChange): Promise<StepEnd> {
  const { residents } = await applyStep(context, [one], []);
  return { state: 'did', residents, isDone: true };
}

/** A row that is held with this time. `null`: there is none, so that its newer version has come. */
async function heldAt(
  { copies }: PullContext,
  { kind }: Feed,
  mark: string,
  members: readonly ResidentId[],
): Promise<{ resident: ResidentId; key: ResourceKey; updated: string } | null> {
  for (const resident of members)
    for (const [key, { updated, isDeleted }] of await copies.versions(resident))
      if (key.startsWith(`${kind}/`) && !isDeleted && updated && Date.parse(updated) === Date.parse(mark))
        return { resident, key, updated };
  return null;
}

/**
 * Whether a version of ours lies below the newest one. A restored server gives its number again, to another text. Without a
 * history it counts as there, because nobody can tell. `null`: the server did not answer.
 */
async function hasVersion(
  context: PullContext,
  { type, id, version, updated }: Pick<StoredResource, 'type' | 'id' | 'version' | 'updated'>,
): Promise<boolean | null> {
  if (!context.readsVersions || version === null) return true;
  const path = `${type}/${encodeURIComponent(id)}/_history/${encodeURIComponent(version)}`;
  const page = await askPage(context, withinBase(context.base, path), type, null);
  if (page.state === 'loaded') {
    const [row] = pageRows(page.response.text, page.value, context.base);
    return row?.stored.updated === updated;
  }
  if (page.state === 'withheld') return true;
  return saysGone(page) ? false : null;
}

/**
 * Whether the server has lost an accepted write since it was set back. `null`: it did not answer. Nothing is sent here:
 * a lost write is offered to its author, and an escalation is never sent again by itself (SPEC L7).
 */
export async function isLost(context: PullContext, { bodies }: Acknowledgement): Promise<boolean | null> {
  for (const { type, id, version, updated } of bodies) {
    const page = await askPage(
      context,
      withinBase(context.base, `${type}/${encodeURIComponent(id)}`),
      type,
      null,
    );
    if (page.state === 'loaded') {
      const [row] = pageRows(page.response.text, page.value, context.base);
      if (row?.stored.id !== id) return null;
      if (isAfter(updated, row.stored.updated)) return true;
      const isLater = isAfter(row.stored.updated, updated);
      const isThere = isLater ? await hasVersion(context, { type, id, version, updated }) : true;
      if (isThere !== true) return isThere === null ? null : true;
    }
    // 410: somebody has deleted it since. 403: it is not for this person, and must not stop the pull.
    else if (page.state === 'withheld' || page.status === 410) continue;
    else if (saysGone(page)) return true;
    else return null;
  }
  return false;
}
