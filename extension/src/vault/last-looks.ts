import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** The latest look at one resident. */
interface Look {
  readonly ctx: string;
  readonly at: Instant;
  /** The look before this context. */
  readonly before: Instant | null;
}

/**
 * Remembers when the panels last showed each resident, for "since you looked".
 *
 * The memory ends when the last panel closes. Several people share a PC, and no list of who was looked at may stay on
 * it until somebody is signed in.
 */
export function lastLooks() {
  const looks = new Map<ResidentId, Look>();
  const before = (ctx: string, resident: ResidentId): Instant | null => {
    const look = looks.get(resident);
    if (look === undefined) return null;
    return look.ctx === ctx ? look.before : look.at;
  };
  return {
    /** The look before this context; `null`: none is remembered. It stays the same for the whole context. */
    before,
    /** Says that a panel shows the resident in this context, as the record stood at that moment. */
    shown(ctx: string, resident: ResidentId, at: Instant): void {
      looks.set(resident, { ctx, at, before: before(ctx, resident) });
    },
    forget(): void {
      looks.clear();
    },
  };
}
