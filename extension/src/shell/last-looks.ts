import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/**
 * Remembers when this panel last showed each resident, for "since you looked".
 *
 * The memory ends when the panel closes. Several people share a PC, and no list of who was looked at may stay on it
 * until a store can keep one for a signed-in person.
 */
export function lastLooks() {
  const looks = new Map<ResidentId, Instant>();
  const ofContext = new Map<string, Instant | null>();
  return {
    /** The look before this context, or `null`. It stays the same for the whole context, whatever the panel redraws. */
    before(ctx: string, resident: ResidentId, now: Instant): Instant | null {
      const known = ofContext.get(ctx);
      if (known !== undefined) return known;
      const before = looks.get(resident) ?? null;
      ofContext.clear();
      ofContext.set(ctx, before);
      looks.set(resident, now);
      return before;
    },
  };
}
