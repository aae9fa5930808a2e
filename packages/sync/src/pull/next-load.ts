import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint } from '@ehch/store';
import { DECIDING_KINDS } from '../steps/sharing.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import type { HomeState } from './home-state.ts';
import { checkpointOf, type PullContext } from './pull-context.ts';

/** Residents of one question. A long list of ids makes a long address, and progress is shown by residents. */
const RESIDENTS_AT_ONCE = 25;

/** The feeds that decide whether the others may be kept come first. */
const LOAD_ORDER: readonly Feed[] = [
  ...FEEDS.filter(({ kind }) => DECIDING_KINDS.has(kind)),
  ...FEEDS.filter(({ kind }) => !DECIDING_KINDS.has(kind)),
];

interface NextLoad {
  readonly feed: Feed;
  readonly checkpoint: Checkpoint;
  readonly loading: readonly ResidentId[];
}

/**
 * What a home's first load does next: a load that was begun, else the next feed of the first residents who lack one.
 * Every read of the state tells how far the load is. `null`: everybody is loaded.
 */
export async function nextLoad(
  context: PullContext,
  state: HomeState,
  members: readonly ResidentId[],
  allowed: (kind: Feed['kind']) => Promise<readonly ResidentId[]>,
  deviceNow: number,
): Promise<NextLoad | null> {
  const rows = await Promise.all(
    LOAD_ORDER.map(async (feed) => {
      const checkpoint = await checkpointOf(context, feed);
      const held = new Set(checkpoint.members);
      const may = new Set(await allowed(feed.kind));
      const refused = state.refused.get(feed.name);
      const lacks = (one: ResidentId) => may.has(one) && !held.has(one) && refused?.has(one) !== true;
      return { feed, checkpoint, lack: members.filter(lacks) };
    }),
  );
  report(
    state,
    members,
    rows.map(({ lack }) => lack),
    deviceNow,
  );
  const begun = rows.find(({ checkpoint }) => checkpoint.run?.loading !== undefined);
  if (begun) return { ...begun, loading: begun.checkpoint.run?.loading ?? [] };
  const first = members
    .filter((one) => rows.some(({ lack }) => lack.includes(one)))
    .slice(0, RESIDENTS_AT_ONCE);
  const next = rows.find(({ lack }) => lack.some((one) => first.includes(one)));
  return next ? { ...next, loading: next.lack.filter((one) => first.includes(one)) } : null;
}

/** When the load of each home began, and how much there was to do then. */
const begun = new WeakMap<HomeState, { readonly at: number; readonly toDo: number }>();

function report(
  state: HomeState,
  members: readonly ResidentId[],
  lacks: readonly (readonly ResidentId[])[],
  deviceNow: number,
): void {
  const toDo = lacks.reduce((sum, lack) => sum + lack.length, 0);
  const unfinished = new Set(lacks.flat());
  const start = begun.get(state) ?? { at: deviceNow, toDo };
  begun.set(state, start);
  const done = start.toDo - toDo;
  state.progress = {
    residentsDone: members.length - unfinished.size,
    residents: members.length,
    share: members.length === 0 ? 0 : 1 - toDo / (members.length * LOAD_ORDER.length),
    leftMs: done <= 0 ? null : ((deviceNow - start.at) / done) * toDo,
  };
  if (toDo === 0) begun.delete(state);
}
