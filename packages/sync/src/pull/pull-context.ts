import type { EhchErrorCode, ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { Applied, Checkpoint, PullStep, RecordChange, RecordStore } from '@ehch/store';
import type { AskContext } from '../steps/ask.ts';
import type { Feed } from '../steps/queries.ts';
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
  /** Whether deletions are read from the history of each type. */
  readonly readsHistory: boolean;
  readonly guards: PullGuards;
}

/** What became of a step. */
export type StepEnd =
  | {
      readonly state: 'did';
      /** Those whose record has changed. */
      readonly residents: readonly ResidentId[];
      /** Whether there is more of the same to do. */
      readonly isDone: boolean;
      /** The high water whose row did not come again: the server may have been set back (SPEC L7). */
      readonly suspect?: string;
      /** Of whom the server refuses this feed. They are no members of its checkpoint. */
      readonly refused?: readonly ResidentId[];
    }
  | {
      readonly state: 'failed';
      readonly code: EhchErrorCode;
      /** Milliseconds that the server asked for. */
      readonly retryAfterMs: number | null;
    };

export async function checkpointOf(
  { copies, home, serverEpoch }: PullContext,
  feed: Feed,
): Promise<Checkpoint> {
  const held = await copies.checkpoint(home, feed.name);
  return (
    held ?? {
      home,
      type: feed.name,
      highWater: null,
      run: null,
      historySince: null,
      reconciledAt: null,
      asOf: null,
      members: [],
      serverEpoch: await serverEpoch(),
    }
  );
}

/** Stores a page with its cursor, whole or not at all (SPEC L2). */
export async function applyStep(
  { copies, epoch, guards }: PullContext,
  changes: readonly RecordChange[],
  checkpoints: readonly Checkpoint[],
): Promise<Applied> {
  const step: PullStep = { epoch: await epoch(), changes, checkpoints };
  if (guards.cursorWithPage) return copies.apply(step);
  await copies.apply({ ...step, changes: [] });
  return copies.apply({ ...step, checkpoints: [] });
}
