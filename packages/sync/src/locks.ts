/** Named locks across every window of this origin, as a port: Web Locks in a browser. */
export interface Locks {
  /** Waits for the lock, runs `work` and gives the lock back. It never takes it from somebody. */
  exclusive<T>(name: string, work: () => Promise<T>, stop?: AbortSignal): Promise<T>;
}

/** The browser's own locks. */
export function webLocks(locks: LockManager): Locks {
  return {
    exclusive: (name, work, stop) =>
      locks.request(name, { mode: 'exclusive', ...(stop && { signal: stop }) }, work) as never,
  };
}

/** Locks for one process without Web Locks: a queue for each name. */
export function queuedLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    async exclusive(name, work) {
      const former = last.get(name) ?? Promise.resolve();
      const mine = former.then(work);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
