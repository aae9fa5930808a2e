import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Leadership } from '@ehch/store';
import type { Locks } from '../locks.ts';
import type { Timing } from '../timing.ts';

export interface LeadOptions {
  readonly locks: Locks;
  /** The name of the database. All its windows, and its workers, queue for one lock. */
  readonly name: string;
  readonly leadership: Leadership;
  readonly timing: Timing;
  /** The leader's work. It ends when `stop` aborts. Whatever it writes names this epoch. */
  readonly work: (epoch: number, stop: AbortSignal) => Promise<void>;
}

export interface Lead {
  /** Gives up the lead, or the place in the queue. */
  stop(): void;
  /** Settles after {@link Lead.stop}, when the work has ended. */
  readonly ended: Promise<void>;
}

/** Milliseconds before a leader whose work failed queues again, so that a bug is no endless loop. */
const AFTER_FAILURE_MS = 5_000;

/** The lock of a database's lead. */
export function leadOf(database: string): string {
  return `ehch-sync:${database}`;
}

/**
 * Queues for the lead, and does the leader's work while it has it (A1, A2). The lock is never stolen, and never asked
 * for only `ifAvailable`: between that and a later request two windows could lead. The epoch fences what the lock
 * cannot: a window that was frozen while it led, and thaws, writes nothing.
 */
export function lead({ locks, name, leadership, timing, work }: LeadOptions): Lead {
  const stop = new AbortController();
  const { signal } = stop;

  const term = async () => {
    if (signal.aborted) return;
    try {
      await work(await leadership.begin(), signal);
    } catch (error) {
      reportCaught(error, 'sync/lead');
      // An overtaken leader queues at the end of the line. Anything else gives the machine a rest.
      const isOvertaken = error instanceof EhchError && error.code === 'overtaken';
      if (!isOvertaken) await timing.wait(AFTER_FAILURE_MS, signal);
    }
  };

  const queue = async () => {
    while (!signal.aborted) {
      try {
        await locks.exclusive(leadOf(name), term, signal);
      } catch (error) {
        // Leaving the queue rejects the request.
        if (signal.aborted) return;
        reportCaught(error, 'sync/lock');
        await timing.wait(AFTER_FAILURE_MS, signal);
      }
    }
  };

  return { stop: () => stop.abort(), ended: queue() };
}
