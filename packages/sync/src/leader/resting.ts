import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Timing } from '../timing.ts';
import type { Stepper } from './work.ts';

/** Milliseconds for which a stepper rests after it failed, so that a bug is no endless loop. */
const AFTER_FAILURE_MS = 5_000;

/**
 * The same stepper, which rests after a failure and then goes on. A failure stops no other stepper and gives up no lead:
 * the next leader would meet it as well. Only being overtaken ends the work.
 */
export function resting(stepper: Stepper, timing: Timing): Stepper {
  let failedAt: number | null = null;

  const isResting = (): boolean => {
    if (failedAt === null) return false;
    const passed = timing.now() - failedAt;
    // After the clock was set back, the rest would last for years.
    return passed >= 0 && passed < AFTER_FAILURE_MS;
  };
  const rest = (error: unknown): void => {
    if (error instanceof EhchError && error.code === 'overtaken') throw error;
    reportCaught(error, 'sync/step');
    failedAt = timing.now();
  };

  return {
    async step(stop) {
      if (isResting()) return { state: 'idle' };
      try {
        return await stepper.step(stop);
      } catch (error) {
        rest(error);
        return { state: 'idle' };
      }
    },
    async nextAt() {
      try {
        if (!isResting()) return await stepper.nextAt();
      } catch (error) {
        rest(error);
      }
      return (failedAt ?? timing.now()) + AFTER_FAILURE_MS;
    },
  };
}
