/**
 * The device's timers and its dice, as a port. Tests give a virtual one, so that a day passes in a second.
 *
 * No time of it orders anything or goes into a cursor: it decides only how long to wait.
 */
export interface Timing {
  /** Milliseconds by the device's clock, which may be wrong and may jump. */
  now(): number;
  /** Waits. Ends early, without an error, when `stop` aborts. */
  wait(ms: number, stop?: AbortSignal): Promise<void>;
  /** A number from 0 to below 1, for spreading retries. */
  random(): number;
}

/** The timers of this worker or page. */
export function deviceTiming(): Timing {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    wait: (ms, stop) =>
      new Promise((resolve) => {
        if (stop?.aborted === true) return resolve();
        const timer: unknown = setTimeout(done, ms);
        // In Node a loop that sleeps must not keep a process alive. A browser's timer is a number.
        if (typeof timer === 'object') (timer as { unref(): void }).unref();
        function done(): void {
          clearTimeout(timer as number);
          stop?.removeEventListener('abort', done);
          resolve();
        }
        stop?.addEventListener('abort', done);
      }),
  };
}
