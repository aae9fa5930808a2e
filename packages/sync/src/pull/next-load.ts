import type { ResidentId } from '@ehch/clinical';
import { DECIDING_KINDS } from '../steps/sharing.ts';
import { FEEDS, type Feed } from '../steps/queries.ts';
import { inTurn, type HomeState } from './home-state.ts';
import type { OpenLoad } from './load-members.ts';
import { checkpointsOf, type Feeding, type PullContext } from './pull-context.ts';

/** Residents of one question. A long list of ids makes a long address, and progress is shown by residents. */
const RESIDENTS_AT_ONCE = 50;

/** The feeds that decide whether the others may be kept come first. */
const LOAD_ORDER: readonly Feed[] = [
  ...FEEDS.filter(({ kind }) => DECIDING_KINDS.has(kind)),
  ...FEEDS.filter(({ kind }) => !DECIDING_KINDS.has(kind)),
];

/**
 * What a home's first load does next: loads that were begun, and then the feeds that the first residents lack. Those that
 * decide about the others come alone, and of each kind there is one. Every read of the state tells how far the load is.
 *
 * @returns `done`: everybody is loaded; `later`: only what failed a moment ago is left
 */
export async function nextLoad(
  context: PullContext,
  state: HomeState,
  members: readonly ResidentId[],
  allowed: (kind: Feed['kind']) => Promise<readonly ResidentId[]>,
  deviceNow: number,
): Promise<readonly OpenLoad[] | 'done' | 'later'> {
  const checkpoints = await checkpointsOf(context, LOAD_ORDER);
  const rows: (Feeding & { readonly lack: ReadonlySet<ResidentId> })[] = [];
  // One after another: the first answer says whose record may be kept at all, and is remembered for the others.
  for (const { feed, checkpoint } of checkpoints) {
    const held = new Set(checkpoint.members);
    const may = new Set(await allowed(feed.kind));
    const refused = state.refused.get(feed.name);
    const lacks = (one: ResidentId) => may.has(one) && !held.has(one) && refused?.has(one) !== true;
    rows.push({ feed, checkpoint, lack: new Set(members.filter(lacks)) });
  }
  report(
    state,
    members,
    rows.map(({ lack }) => lack),
    deviceNow,
  );
  const first = members.filter((one) => rows.some(({ lack }) => lack.has(one))).slice(0, RESIDENTS_AT_ONCE);
  const open = rows.flatMap(({ feed, checkpoint, lack }): readonly OpenLoad[] => {
    const loading = checkpoint.run?.loading ?? first.filter((one) => lack.has(one));
    return loading.length > 0 ? [{ feed, checkpoint, loading }] : [];
  });
  const deciding = open.filter(({ feed }) => DECIDING_KINDS.has(feed.kind));
  // Nothing of a resident is kept before it is known whether it may be.
  const wanted = oneOfEachKind(deciding.length > 0 ? deciding : open);
  if (wanted.length === 0) return 'done';
  const now = inTurn(wanted, ({ feed }) => `load ${feed.name}`, state, deviceNow);
  return now.length === 0 ? 'later' : now;
}

/** Two feeds of one kind say together how far it was read, so the second waits until the first is stored. */
function oneOfEachKind(loads: readonly OpenLoad[]): readonly OpenLoad[] {
  const kinds = new Map<string, OpenLoad>();
  for (const load of loads) if (!kinds.has(load.feed.kind)) kinds.set(load.feed.kind, load);
  return [...kinds.values()];
}

function report(
  state: HomeState,
  members: readonly ResidentId[],
  lacks: readonly ReadonlySet<ResidentId>[],
  deviceNow: number,
): void {
  const toDo = lacks.reduce((sum, lack) => sum + lack.size, 0);
  const unfinished = new Set(lacks.flatMap((lack) => [...lack]));
  const start = state.loadBegun ?? { at: deviceNow, toDo };
  state.loadBegun = toDo === 0 ? null : start;
  const done = start.toDo - toDo;
  state.progress = {
    residentsDone: members.length - unfinished.size,
    residents: members.length,
    share: members.length === 0 ? 0 : 1 - toDo / (members.length * LOAD_ORDER.length),
    leftMs: done <= 0 ? null : ((deviceNow - start.at) / done) * toDo,
  };
}
