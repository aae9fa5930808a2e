import type { Acknowledgement, Store } from '@ehch/store';
import { isLost } from './notice-restore.ts';
import type { PullContext, StepEnd } from './pull-context.ts';

/** The names of settings: how often a restore was noticed, and which accepted intents it lost. */
const SERVER_EPOCH = 'server-epoch';
const LOST_WRITES = 'lost-writes';
/** The setting that says for which restore the accepted writes were all looked for. */
const LOOKED_FOR = 'lost-writes-looked-for';

/** [P] Milliseconds until what was not answered is looked for again. */
const AGAIN_MS = 60_000;

/** What follows from a restore of the server (SPEC L7). */
export interface LostWrites {
  /** Counts the restores that were noticed. */
  serverEpoch(): Promise<number>;
  /** From here on every checkpoint counts as one of an earlier server, and our accepted writes are looked for. */
  begin(): Promise<void>;
  /** Looks for the next write. `null`: there is none to look for now. */
  lookForNext(context: PullContext, deviceNow: number): Promise<StepEnd | null>;
}

/** @param onLost offers a lost write to its author. Nothing is sent again by itself. */
export function lostWrites(
  { settings, outbox }: Pick<Store, 'settings' | 'outbox'>,
  onLost: (lost: readonly Acknowledgement[]) => void,
): LostWrites {
  /** `null`: it is not known yet whether an earlier leader has looked for all of them. */
  let acknowledged: readonly Acknowledgement[] | null = null;
  let triedAt = -Infinity;
  const serverEpoch = async () => Number((await settings.get(SERVER_EPOCH)) ?? 0);
  const toLookFor = async () =>
    (await serverEpoch()) > Number((await settings.get(LOOKED_FOR)) ?? 0) ? outbox.acknowledgements() : [];
  return {
    serverEpoch,
    async begin() {
      await settings.set(SERVER_EPOCH, (await serverEpoch()) + 1);
      acknowledged = null;
    },
    async lookForNext(context, deviceNow) {
      acknowledged ??= await toLookFor();
      const [one, ...others] = acknowledged;
      const isResting = deviceNow >= triedAt && deviceNow < triedAt + AGAIN_MS;
      if (one === undefined || isResting) return null;
      const lost = await isLost(context, one);
      if (lost === null) {
        // A write of which the server says nothing holds up neither the others nor the pull.
        [acknowledged, triedAt] = [[...others, one], deviceNow];
        return { state: 'failed', code: 'unreachable', retryAfterMs: null };
      }
      if (lost) {
        const known = ((await settings.get(LOST_WRITES)) ?? []) as readonly string[];
        await settings.set(LOST_WRITES, [...new Set([...known, one.intent])]);
        onLost([one]);
      }
      // A leader who ends before has not looked for all, so the next one begins again.
      if (others.length === 0) await settings.set(LOOKED_FOR, await serverEpoch());
      acknowledged = others;
      return { state: 'did', residents: [], isDone: others.length === 0 };
    },
  };
}
