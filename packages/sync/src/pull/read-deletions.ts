import type { ResidentId } from '@ehch/clinical';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Checkpoint, RecordChange, ResourceKey } from '@ehch/store';
import { ask } from '../steps/ask.ts';
import type { Feed } from '../steps/queries.ts';
import { confirmAbsence } from './confirm-absence.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { before, isAfter, newestOf } from './server-times.ts';

/** Statuses of a server that has no history of a type. */
const NO_HISTORY = new Set([400, 403, 404, 405, 422, 501]);

/**
 * Reads from a type's history what was deleted since the last look, for servers that keep one. An entry alone deletes
 * nothing: HAPI's tombstones have no time, and a deleted resource may be back. Each is asked for by its id (SPEC L5).
 * It follows the pages of the history, so it may take a few requests. Of what it names nothing is kept.
 *
 * @returns with `hasHistory: false` where the server has none, or a longer one than can be read: the daily comparison finds
 *   what was deleted there
 */
export async function readDeletions(
  context: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
): Promise<StepEnd & { readonly hasHistory?: false }> {
  const since = checkpoint.historySince ?? (await oldestHeld(context, kind, members));
  // Nothing that is held could have been deleted.
  if (since === null) return { state: 'did', residents: [], isDone: true };
  const from = encodeURIComponent(before(since, context.overlapMs));
  const asked = await ask(context, `${kind}/_history?_count=200&_since=${from}`, 'Bundle');
  if (asked.state !== 'loaded') {
    const isNone = NO_HISTORY.has(asked.status ?? 0);
    if (isNone) return { state: 'did', residents: [], isDone: true, hasHistory: false };
    const code = asked.state === 'failed' ? asked.error.code : 'forbidden';
    return { state: 'failed', code, retryAfterMs: null };
  }
  const entries = asked.pages.flatMap((page) => listAt(JSON.parse(page), 'entry'));
  const named = new Set(entries.flatMap((entry) => deletedKey(entry, kind)));
  const held = named.size === 0 ? [] : await heldOf(context, named, members);
  const confirmed = await confirmAbsence(context, held);
  const changes = held.flatMap(({ resident, type, id }): readonly RecordChange[] => {
    const gone = confirmed.deleted.filter(({ key }) => key === `${type}/${id}`);
    return gone.length === 0 ? [] : [{ resident, put: [], deleted: gone, kinds: {} }];
  });
  // What could not be confirmed now is looked at again.
  const others = [confirmed.present, confirmed.refused, confirmed.moved];
  const isConfirmed = changes.length + others.flat().length === held.length;
  const isWhole = isConfirmed && !asked.more && asked.broke === null;
  const next = isWhole ? newestOf([since, ...entries.map(timeOf)]) : checkpoint.historySince;
  const { residents } = await applyStep(context, changes, [{ ...checkpoint, historySince: next }]);
  const isDone = isConfirmed || changes.length === 0;
  return { state: 'did', residents, isDone, ...(asked.more && { hasHistory: false as const }) };
}

/** The oldest time of what is held of a kind: nothing of it was deleted before. `null`: nothing is held. */
async function oldestHeld(
  { copies }: PullContext,
  kind: string,
  members: readonly ResidentId[],
): Promise<string | null> {
  let oldest: string | null = null;
  for (const resident of members)
    for (const [key, { updated, isDeleted }] of await copies.versions(resident))
      if (key.startsWith(`${kind}/`) && !isDeleted && updated !== null)
        if (oldest === null || isAfter(oldest, updated)) oldest = updated;
  return oldest;
}

function deletedKey(entry: unknown, kind: string): readonly ResourceKey[] {
  if (!isObject(entry) || textAt(entry['request'], 'method')?.toUpperCase() !== 'DELETE') return [];
  const address = textAt(entry['request'], 'url') ?? textAt(entry, 'fullUrl') ?? '';
  const [, id] = new RegExp(`(?:^|/)${kind}/([A-Za-z0-9.-]{1,64})(?:/|$)`).exec(address) ?? [];
  return id === undefined ? [] : [`${kind}/${id}`];
}

function timeOf(entry: unknown): string | null {
  if (!isObject(entry)) return null;
  const { resource, response } = entry;
  return (
    (isObject(resource) ? textAt(resource['meta'], 'lastUpdated') : null) ?? textAt(response, 'lastModified')
  );
}

async function heldOf(
  { copies }: PullContext,
  named: ReadonlySet<ResourceKey>,
  members: readonly ResidentId[],
): Promise<readonly { resident: ResidentId; type: string; id: string; updated: string | null }[]> {
  const found = [];
  for (const resident of members)
    for (const [key, { updated, isDeleted }] of await copies.versions(resident)) {
      const [type = '', id = ''] = key.split('/');
      if (named.has(key) && !isDeleted) found.push({ resident, type, id, updated });
    }
  return found;
}
