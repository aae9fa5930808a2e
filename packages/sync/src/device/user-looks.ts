import type { ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import type { Looks } from './looks.ts';

/** The looks of whoever works here. Where nobody is signed in, whoever looked last is not known. */
export interface UserLooks {
  /** Remembers that the user looks at a resident, and returns when they looked before. */
  look(resident: ResidentId, now: Instant): Promise<Instant | null>;
  /** When the user looked before this resident came on screen. `null`: not known. It never fails. */
  lastLook(resident: ResidentId, now: Instant): Promise<Instant | null>;
  /** Keeps the look at a resident who has left the screen. */
  left(resident: ResidentId): Promise<void>;
}

/** @param looks `null`: nobody is signed in */
export function userLooks(looks: Looks | null): UserLooks {
  return {
    async look(resident, now) {
      const before = (await looks?.before(resident, now, false)) ?? null;
      await looks?.keep(resident, now);
      return before;
    },
    async lastLook(resident, now) {
      try {
        return (await looks?.before(resident, now, true)) ?? null;
      } catch (error) {
        // The records may be locked. What is on screen stays, and the glance says that the look is not known.
        reportCaught(error, 'sync/looks');
        return null;
      }
    },
    async left(resident) {
      try {
        await looks?.left(resident);
      } catch (error) {
        // A look that was not kept makes the next glance tell more, so nobody has to hear of it.
        reportCaught(error, 'sync/looks');
      }
    },
  };
}
