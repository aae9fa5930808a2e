import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint, RecordChange } from '@ehch/store';
import { notOfferedGap } from '../steps/not-offered.ts';
import type { Feed } from '../steps/queries.ts';
import type { Brought, PageFailed, PullContext } from './pull-context.ts';

/**
 * What follows where a server offers a type that it did not offer before, or does not offer it any more (SPEC L19).
 * `null`: it is as it was.
 */
export async function offeredOtherwise(
  { copies }: PullContext,
  { kind }: Feed,
  checkpoint: Checkpoint,
  members: readonly ResidentId[],
  isLacking: boolean,
): Promise<Brought | PageFailed | null> {
  // Guard: what was read there once would be told as true now, for as long as the server keeps silent about it.
  if (checkpoint.highWater !== null)
    return isLacking ? { state: 'failed', code: 'not-offered', retryAfterMs: null } : null;
  const gap = notOfferedGap(kind);
  const changes: RecordChange[] = [];
  for (const resident of members) {
    const state = (await copies.kinds(resident)).get(kind);
    if (state === undefined || state.missing.some(({ why }) => why === gap.why) === isLacking) continue;
    const next = isLacking
      ? { ...state, missing: [...state.missing, gap] }
      : { ...state, asOf: null, missing: [] };
    changes.push({ resident, put: [], deleted: [], kinds: { [kind]: next } });
  }
  if (changes.length === 0) return null;
  // What is offered now is loaded anew, and with it whatever else was missing.
  const left = isLacking ? checkpoint.members : [];
  return { state: 'brought', changes, checkpoint: { ...checkpoint, run: null, members: left }, isDone: true };
}
