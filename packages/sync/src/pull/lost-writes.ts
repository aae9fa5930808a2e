import type { Acknowledgement, OutboxState, Problem, Store } from '@ehch/store';
import { lostOperation } from './lost-operation.ts';
import { isLost } from './notice-restore.ts';
import type { PullContext, StepEnd } from './pull-context.ts';

/** The names of settings: how often a restore was noticed, which accepted intents are to be looked for, and which it lost. */
const SERVER_EPOCH = 'server-epoch';
const TO_LOOK_FOR = 'writes-to-look-for';
const LOST_WRITES = 'lost-writes';

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

/** @param onLost hears which writes were lost. Each waits for its author from then on: nothing is sent again by itself. */
export function lostWrites(
  { settings, outbox }: Pick<Store, 'settings' | 'outbox'>,
  onLost: (lost: readonly Acknowledgement[]) => void,
): LostWrites {
  /** `null`: not read yet, as after a restart. */
  let open: readonly string[] | null = null;
  let triedAt = -Infinity;
  const serverEpoch = async () => Number((await settings.get(SERVER_EPOCH)) ?? 0);
  const namesIn = async (name: string) => ((await settings.get(name)) ?? []) as readonly string[];
  return {
    serverEpoch,
    async begin() {
      open = (await outbox.acknowledgements()).map(({ intent }) => intent);
      // Before the number grows: an engine that ends in between notices the restore once more.
      await settings.set(TO_LOOK_FOR, open);
      await settings.set(SERVER_EPOCH, (await serverEpoch()) + 1);
    },
    async lookForNext(context, deviceNow) {
      open ??= await namesIn(TO_LOOK_FOR);
      const [intent, ...others] = open;
      const isResting = deviceNow >= triedAt && deviceNow < triedAt + AGAIN_MS;
      if (intent === undefined || isResting) return null;
      const one = await outbox.acknowledgement(intent);
      const lost = one === null ? false : await isLost(context, one);
      if (lost === null) {
        // A write of which the server says nothing holds up neither the others nor the pull.
        [open, triedAt] = [[...others, intent], deviceNow];
        return { state: 'failed', code: 'unreachable', retryAfterMs: null };
      }
      if (one !== null && lost) {
        await outbox.reopen(lostOperation(one), await context.epoch(), ...waitingOf(one));
        await settings.set(LOST_WRITES, [...new Set([...(await namesIn(LOST_WRITES)), intent])]);
        onLost([one]);
      }
      await settings.set(TO_LOOK_FOR, others);
      open = others;
      return { state: 'did', residents: [], isDone: others.length === 0 };
    },
  };
}

/** A lost write waits for a person. The trace of a view is nobody's decision, so it is sent again (SPEC U1). */
function waitingOf({ class: kind }: Acknowledgement): readonly [OutboxState, Problem | null] {
  if (kind === 'audit') return ['queued', null];
  const outcome =
    'The server was set back to an earlier state, and no longer has this. It had accepted it before.';
  return ['rejected', { kind: 'refused', status: 0, outcome }];
}
