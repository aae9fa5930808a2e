import type { EhchErrorCode, ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { Applied, Checkpoint, PullStep, RecordChange, RecordStore } from '@ehch/store';
import type { AskContext } from '../steps/ask.ts';
import type { Feed } from '../steps/queries.ts';
import { decides } from '../steps/sharing.ts';
import type { Timing } from '../timing.ts';
import type { PullGuards } from './guards.ts';

/** What every step of a home's pull needs. */
export interface PullContext extends AskContext {
  readonly home: string;
  readonly copies: RecordStore;
  /** The leader's epoch. Writes of an overtaken leader are refused (A2). */
  readonly epoch: () => Promise<number>;
  /** The clinical clock, for ages alone. No cursor comes from it. */
  readonly now: () => Instant;
  /** Milliseconds by which a pull begins before its high water. */
  readonly overlapMs: number;
  /** Counts the restores of the server that were noticed. */
  readonly serverEpoch: () => Promise<number>;
  /** Grows with every change of the store by any window. */
  readonly changeSeq: () => Promise<number>;
  /** Whether deletions are read from the history of each type. */
  readonly readsHistory: boolean;
  /** Whether a former version of a resource can be read. */
  readonly readsVersions: boolean;
  readonly guards: PullGuards;
  readonly timing: Pick<Timing, 'now'>;
  /** Milliseconds for which a step goes on asking before it stores what came. */
  readonly gatherMs: number;
  /** Rows that are asked for on a page of a first load. A server may give fewer. */
  readonly rowsAPage: number;
  /**
   * Whose Patient or Consent this step has written: those decide whether the copies of the others may be kept, so they are
   * looked at again.
   */
  readonly touched: Set<ResidentId>;
}

/** What became of a step. */
export type StepEnd =
  | {
      readonly state: 'did';
      /** Those whose record has changed. */
      readonly residents: readonly ResidentId[];
      /** Whether there is more of the same to do. */
      readonly isDone: boolean;
      /** Times whose rows did not come again: the server may have been set back (SPEC L7). */
      readonly suspects?: readonly string[];
      /** The server has certainly been set back. */
      readonly isRestored?: true;
      readonly refused?: RefusedByFeed;
    }
  | (PageFailed & {
      /** Those whose record has changed all the same: what came before the failure is kept. */
      readonly residents?: readonly ResidentId[];
      readonly refused?: RefusedByFeed;
      /** The feed of a first load that failed. */
      readonly feed?: Feed | null;
      readonly isRestored?: true;
    });

/** Of whom the server refuses which feed, by its name. They are no members of its checkpoint. */
export type RefusedByFeed = ReadonlyMap<string, readonly ResidentId[]>;

export interface PageFailed {
  readonly state: 'failed';
  readonly code: EhchErrorCode;
  /** Milliseconds that the server asked for. */
  readonly retryAfterMs: number | null;
}

/** What one page brings, with the cursor that goes with it. */
export interface Brought {
  readonly state: 'brought';
  readonly changes: readonly RecordChange[];
  /** `null`: nobody was asked about. */
  readonly checkpoint: Checkpoint | null;
  /** Whether it was the last page of its feed. */
  readonly isDone: boolean;
  /** As in {@link StepEnd}. */
  readonly suspects?: readonly string[];
  readonly isRestored?: true;
  /** Of whom the server refuses this feed. */
  readonly refused?: readonly ResidentId[];
}

export async function checkpointOf(
  { copies, home, serverEpoch }: PullContext,
  feed: Feed,
): Promise<Checkpoint> {
  return (await copies.checkpoint(home, feed.name)) ?? noCheckpoint(home, feed, await serverEpoch());
}

/** A feed with how far it is. */
export interface Feeding {
  readonly feed: Feed;
  readonly checkpoint: Checkpoint;
}

/** The checkpoints of all feeds, in their order. */
export async function checkpointsOf(
  { copies, home, serverEpoch }: PullContext,
  feeds: readonly Feed[],
): Promise<readonly Feeding[]> {
  const held = await copies.checkpoints(home);
  const now = await serverEpoch();
  return feeds.map((feed) => ({ feed, checkpoint: held.get(feed.name) ?? noCheckpoint(home, feed, now) }));
}

function noCheckpoint(home: string, feed: Feed, serverEpoch: number): Checkpoint {
  return {
    home,
    type: feed.name,
    highWater: null,
    run: null,
    historySince: null,
    reconciledAt: null,
    asOf: null,
    members: [],
    serverEpoch,
  };
}

/** Stores a page with its cursor, whole or not at all (SPEC L2). */
export async function applyStep(
  { copies, epoch, guards, touched }: PullContext,
  changes: readonly RecordChange[],
  checkpoints: readonly Checkpoint[],
): Promise<Applied> {
  for (const change of changes) if (decides(change)) touched.add(change.resident);
  const step: PullStep = { epoch: await epoch(), changes, checkpoints };
  if (guards.cursorWithPage) return copies.apply(step);
  await copies.apply({ ...step, changes: [] });
  return copies.apply({ ...step, checkpoints: [] });
}
