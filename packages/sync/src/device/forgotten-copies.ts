import type { RecordStore, Settings } from '@ehch/store';
import type { Stepper } from '../leader/work.ts';
import type { Timing } from '../timing.ts';

/** The setting that says so to every window of the database. Nothing clinical is in it. */
const FORGOTTEN = 'copies-forgotten';
/** Milliseconds until a pull that rests looks again: another window may have ended the rest. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Whether the copies of the homes were forgotten, as at a sign-out. No window brings them back until somebody signs in anew, or
 * asks for them.
 */
export function forgottenCopies(settings: Settings) {
  return {
    isSet: async (): Promise<boolean> => (await settings.get(FORGOTTEN)) === true,
    set: (isForgotten: boolean): Promise<void> => settings.set(FORGOTTEN, isForgotten),
  };
}

/**
 * A pull that rests while the copies are forgotten (SPEC L12). After that it begins anew, because what it knew of its progress
 * was about copies that are gone.
 */
export function restingWhileForgotten(
  begin: () => Stepper,
  forgotten: Pick<ReturnType<typeof forgottenCopies>, 'isSet'>,
  copies: Pick<RecordStore, 'purgeAll'>,
  timing: Timing,
): Stepper {
  let pull: Stepper | null = null;
  return {
    async step(stop) {
      if (await forgotten.isSet()) {
        pull = null;
        return { state: 'idle' };
      }
      pull ??= begin();
      const end = await pull.step(stop);
      // The step may have asked before they were forgotten, and kept the answer after.
      if (await forgotten.isSet()) await copies.purgeAll();
      return end;
    },
    async nextAt() {
      if (await forgotten.isSet()) return timing.now() + LOOK_AGAIN_MS;
      return pull?.nextAt() ?? timing.now();
    },
  };
}
