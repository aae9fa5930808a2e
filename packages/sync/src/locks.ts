import type { Locks } from './leader/ports.ts';

/** Waits for a lock, does the work, and gives the lock back. It never takes it from somebody. */
export async function inLock<T>(locks: Locks, name: string, work: () => Promise<T>): Promise<T> {
  let done: { readonly value: T } | null = null;
  const { signal } = new AbortController();
  await locks.request(name, { mode: 'exclusive', signal }, async () => {
    done = { value: await work() };
  });
  return (done as unknown as { readonly value: T }).value;
}

/** Locks for one process without Web Locks: a queue for each name. */
export function queuedLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    async request(name, { signal }, held) {
      const former = last.get(name) ?? Promise.resolve();
      // Who leaves the queue must not keep those behind from their turn.
      const mine = former.then(() => (signal.aborted ? undefined : held()));
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
