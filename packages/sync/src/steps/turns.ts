/** Runs a write when the one before has ended. */
export type Turns = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * Lets writes come one after another. What is checked at the start of a turn then still holds at its write, and a purge
 * waits for the write before it, so that nothing late survives it.
 */
export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    // Whoever asked for the write hears of its error. The next write is not stopped by it.
    last = next.catch(() => undefined);
    return next;
  };
}
