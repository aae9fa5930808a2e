import type { Checkpoint } from '@ehch/store';
import type { ResidentId } from '@ehch/clinical';
import {
  applyStep,
  type Brought,
  type PageFailed,
  type PullContext,
  type RefusedByFeed,
} from './pull-context.ts';

/** Pages that are held before they are stored, in rows of a first load's page. */
const MOST_PAGES = 4;

/** What was gathered, and stored. */
interface Gathered {
  /** Each page with what was asked for it. */
  readonly brought: readonly Brought[];
  readonly residents: readonly ResidentId[];
  readonly failed: PageFailed | null;
}

/**
 * Asks one feed after another, never two at a time, and stores all that came with the cursors in one transaction (SPEC L2).
 * A transaction for each page would take longer than everything else: of most feeds a resident has few rows or none. Over a
 * slow network a step is one page. A failure ends the asking, and what came before it is kept.
 *
 * @param follows whether the further pages of a feed belong to the step
 */
export async function gather<Asked extends { readonly checkpoint: Checkpoint }>(
  context: PullContext,
  list: readonly Asked[],
  ask: (one: Asked) => Promise<Brought | PageFailed>,
  { follows }: { readonly follows: boolean },
): Promise<Gathered> {
  const limit = limitOf(context);
  const brought: Brought[] = [];
  const waiting = [...list];
  let failed: PageFailed | null = null;
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const page = await ask(one);
    if (page.state === 'failed') {
      failed = page;
      break;
    }
    brought.push(page);
    if (limit(page)) break;
    if (follows && !page.isDone && page.checkpoint) waiting.unshift({ ...one, checkpoint: page.checkpoint });
  }
  if (brought.length === 0) return { brought, residents: [], failed };
  const { residents } = await applyStep(
    context,
    brought.flatMap(({ changes }) => changes),
    newestOfEach(brought),
  );
  return { brought, residents, failed };
}

/** Whether a step has enough: it took long, or what it holds would fill the memory of a small PC. */
function limitOf({ timing, gatherMs, rowsAPage }: PullContext): (page: Brought) => boolean {
  const began = timing.now();
  let rows = 0;
  return ({ changes }) => {
    rows += changes.reduce((sum, { put }) => sum + put.length, 0);
    const passed = timing.now() - began;
    // A clock that was set back gives no time to go on.
    return rows >= MOST_PAGES * rowsAPage || passed >= gatherMs || passed < 0;
  };
}

export function refusedIn(brought: readonly Brought[]): RefusedByFeed {
  const refused = new Map<string, readonly ResidentId[]>();
  for (const { checkpoint, refused: own = [] } of brought)
    if (checkpoint && own.length > 0)
      refused.set(checkpoint.type, [...(refused.get(checkpoint.type) ?? []), ...own]);
  return refused;
}

/** Of several pages of one feed the last one says where to go on. */
function newestOfEach(brought: readonly Brought[]): readonly Checkpoint[] {
  const newest = new Map<string, Checkpoint>();
  for (const { checkpoint } of brought) if (checkpoint) newest.set(checkpoint.type, checkpoint);
  return [...newest.values()];
}
