import type { Timing } from '../timing.ts';

/** Something that works in steps: a pull, or a push. */
export interface Stepper {
  step(stop: AbortSignal): Promise<{ readonly state: string }>;
  /** When the next step is due, in milliseconds by the device's clock. `Infinity`: nothing is. */
  nextAt(): number | Promise<number>;
}

/** Milliseconds. A device whose clock was set back must not sleep for a year. */
const LONGEST_SLEEP_MS = 60_000;

export interface Worker {
  /** Works until `stop` aborts. The first stepper with something to do goes first: push before pull. */
  run(stop: AbortSignal): Promise<void>;
  /** Ends a sleep, because something has happened: a press, a change of another window, a network that is back. */
  wake(): void;
}

export function createWorker(steppers: readonly Stepper[], timing: Timing): Worker {
  let sleep = new AbortController();

  const stepOnce = async (stop: AbortSignal): Promise<boolean> => {
    for (const stepper of steppers) {
      if (stop.aborted) return false;
      if ((await stepper.step(stop)).state !== 'idle') return true;
    }
    return false;
  };

  return {
    async run(stop) {
      stop.addEventListener('abort', () => sleep.abort());
      while (!stop.aborted) {
        sleep = new AbortController();
        if (await stepOnce(stop)) continue;
        const due = await Promise.all(steppers.map(async (stepper) => stepper.nextAt()));
        const ms = Math.min(LONGEST_SLEEP_MS, Math.max(0, Math.min(...due) - timing.now()));
        if (!stop.aborted && !sleep.signal.aborted) await timing.wait(Math.max(1, ms), sleep.signal);
      }
    },
    wake: () => sleep.abort(),
  };
}
