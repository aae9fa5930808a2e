import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/**
 * When this panel last showed each resident, for "since you looked". In memory, and gone when the panel closes: until a
 * store keeps it for one signed-in person, nothing that says who was looked at lies on a shared PC.
 */
export function lastLooks() {
  const looks = new Map<ResidentId, Instant>();
  const ofContext = new Map<string, Instant | null>();
  return {
    /** The look before this context, the same for as long as the context stands. `null`: there was none. */
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
