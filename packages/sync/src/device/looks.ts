import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { LookStore } from '@ehch/store';

/** [P] Milliseconds after leaving within which coming back goes on with the same look. */
const SAME_LOOK_MS = 15 * 60_000;

/** One look of the user at a resident. */
interface Look {
  /** When the user looked before this look. It stays the same for the whole look. */
  readonly before: Promise<Instant | null>;
  /** When this look last asked for the resident, by the clinical clock. */
  seen: Instant;
  onScreen: boolean;
}

/**
 * The looks of one user in this session, on top of the kept ones.
 *
 * A look is kept when the resident leaves the screen, and as the time when the record was last asked for. A window that
 * ends without a word keeps nothing: the next glance then tells too much, and never too little.
 */
export class Looks {
  readonly #kept: LookStore;
  readonly #sub: string;
  readonly #looks = new Map<ResidentId, Look>();

  constructor(kept: LookStore, sub: string) {
    this.#kept = kept;
    this.#sub = sub;
  }

  /** When the user looked before the present look, which begins here unless it goes on. `null`: not known. */
  async before(resident: ResidentId, now: Instant, onScreen: boolean): Promise<Instant | null> {
    const present = this.#looks.get(resident);
    if (present !== undefined && goesOn(present, now)) {
      present.seen = now;
      present.onScreen ||= onScreen;
      return present.before;
    }
    const look = { before: this.#kept.last(this.#sub, resident), seen: now, onScreen };
    this.#looks.set(resident, look);
    try {
      return await look.before;
    } catch (error) {
      // The records may be locked. Once they are open, the look begins again.
      if (this.#looks.get(resident) === look) this.#looks.delete(resident);
      throw error;
    }
  }

  /** Keeps the present moment as the user's last look. The present look goes on. */
  async keep(resident: ResidentId, now: Instant): Promise<void> {
    await this.#kept.set(this.#sub, resident, now);
  }

  /** Says that the resident has left the screen. */
  async left(resident: ResidentId): Promise<void> {
    const look = this.#looks.get(resident);
    if (look?.onScreen !== true) return;
    look.onScreen = false;
    await this.#kept.set(this.#sub, resident, look.seen);
  }
}

function goesOn({ seen, onScreen }: Look, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(seen);
  return onScreen || (passed >= 0 && passed < SAME_LOOK_MS);
}
