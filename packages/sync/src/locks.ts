/** Named locks across every window of this origin, as a port: Web Locks in a browser. */
export interface Locks {
  /**
   * Waits in the queue for the lock, does the work and gives the lock back. It never takes it from somebody.
   *
   * @param stop leaves the queue: the promise then rejects
   */
  exclusive<T>(name: string, work: () => Promise<T>, stop?: AbortSignal): Promise<T>;
  /** Whether somebody waits in the queue for the lock. */
  isWaitedFor(name: string): Promise<boolean>;
}

/** The browser's own locks. */
export function webLocks(locks: LockManager): Locks {
  return {
    exclusive: (name, work, stop) =>
      locks.request(name, { mode: 'exclusive', ...(stop && { signal: stop }) }, work) as never,
    async isWaitedFor(name) {
      const { pending = [] } = await locks.query();
      return pending.some((request) => request.name === name);
    },
  };
}

/** Locks for one process without Web Locks: a queue for each name. */
export function queuedLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, number>();
  const count = (name: string, change: number) => waiting.set(name, (waiting.get(name) ?? 0) + change);
  return {
    async exclusive(name, work, stop) {
      const former = last.get(name) ?? Promise.resolve();
      count(name, 1);
      const mine = former.then(() => {
        count(name, -1);
        // Who has left the queue gets no turn.
        stop?.throwIfAborted();
        return work();
      });
      last.set(name, mine.catch(waitOnly));
      return mine;
    },
    isWaitedFor: async (name) => (waiting.get(name) ?? 0) > 0,
  };
}

/** Who asked for the lock hears of a failure. The next in the queue only waits for the end. */
function waitOnly(): void {}
