import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, KindState, RecordChange } from '@ehch/store';
import { notOfferedGap } from '../steps/not-offered.ts';
import type { Feed } from '../steps/queries.ts';
import type { Brought, PageFailed, PullContext } from './pull-context.ts';

/**
 * What follows where a server offers a type that it did not offer before, or does not offer it any more (SPEC L19). `null`: it is
 * as it was.
 */
export async function offeredOtherwise(
  { copies }: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
  isLacking: boolean,
): Promise<Brought | PageFailed | null> {
  // Guard: what was read there once would be told as true now, for as long as the server keeps silent about it.
  if (isLacking && checkpoint.highWater !== null)
    return { state: 'failed', code: 'not-offered', retryAfterMs: null };
  if (checkpoint.highWater !== null) return null;
  const changes: RecordChange[] = [];
  for (const resident of members) {
    const state = (await copies.kinds(resident)).get(kind);
    if (state === undefined || saysNotOffered(state) === isLacking) continue;
    const others = state.missing.filter(({ why }) => why !== 'not-offered');
    const next = isLacking
      ? { ...state, missing: [...others, notOfferedGap(kind)] }
      : { ...state, missing: others, asOf: null };
    changes.push({ resident, put: [], deleted: [], kinds: { [kind]: next } });
  }
  if (changes.length === 0) return null;
  const turned = new Set(changes.map(({ resident }) => resident));
  // What is offered now is loaded anew.
  const left = isLacking ? checkpoint.members : checkpoint.members.filter((one) => !turned.has(one));
  return { state: 'brought', changes, checkpoint: { ...checkpoint, run: null, members: left }, isDone: true };
}

function saysNotOffered({ missing }: KindState): boolean {
  return missing.some(({ why }) => why === 'not-offered');
}
