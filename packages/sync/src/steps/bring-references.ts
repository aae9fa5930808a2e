import { keyOf, type ResourceKey, type StoredResource } from '@ehch/store';
import { pageRows } from '../pages/page-rows.ts';
import { inSlices } from '../in-slices.ts';
import { ask } from './ask.ts';
import type { KeepContext } from './keep-answer.ts';
import { missingReferences, SHARED_TYPES } from './missing-references.ts';

/** A stay leads to the room, the room to the floor, the floor to the home. The limit also ends a ring of references. */
const MOST_ROUNDS = 4;

/**
 * Fetches resources that others refer to, such as a medicine or a room. It asks again for resources of an earlier look,
 * because they may have changed since. If a request fails, the former copy stays.
 *
 * @param arrived what came in this look, and is not asked for again
 */
export async function bringReferences(
  context: Omit<KeepContext, 'decided'> & { readonly onProgress: () => void },
  arrived: ReadonlySet<ResourceKey>,
): Promise<void> {
  const { copies, record, isCurrent, inTurn } = context;
  const fresh = new Set(arrived);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { resources } = await copies.read(record.resident);
    const present = resources.filter((one) => !SHARED_TYPES.has(one.type) || fresh.has(keyOf(one)));
    const missing = await inSlices(missingReferences(parsed(present)), context.pause);
    const epoch = await context.epoch();
    const brought: StoredResource[] = [];
    for (const [type, ids] of missing) {
      if (!isCurrent() || context.stop?.aborted) return;
      const rows = (await asked(context, type, ids)).filter(({ id }) => ids.includes(id));
      brought.push(...rows.filter((row) => row.type === type));
    }
    if (brought.length === 0) return;
    for (const row of brought) fresh.add(keyOf(row));
    const isKept = await inTurn(async () => {
      if (!isCurrent()) return false;
      const change = { resident: record.resident, put: brought, deleted: [], kinds: {} };
      await copies.apply({ epoch, changes: [change], checkpoints: [] });
      return true;
    });
    if (!isKept) return;
    context.onProgress();
  }
}

/** Parses each as it is needed, because all of them at once hold up whoever waits. */
function* parsed(resources: readonly StoredResource[]): Iterable<unknown> {
  for (const { text } of resources) yield JSON.parse(text) as unknown;
}

async function asked(
  context: Omit<KeepContext, 'decided'>,
  type: string,
  ids: readonly string[],
): Promise<readonly StoredResource[]> {
  const answer = await ask(
    context,
    `${type}?_id=${ids.map(encodeURIComponent).join(',')}&_count=${ids.length}`,
    'Bundle',
  );
  if (answer.state !== 'loaded') return [];
  return answer.pages.flatMap((page) =>
    pageRows(page, JSON.parse(page), context.base).map(({ stored }) => stored),
  );
}
