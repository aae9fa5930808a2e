import type { ResidentView } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { timed } from '../timed.ts';

/** [P] Milliseconds for which a reading counts as present: the interval at which an open window looks again. */
const HOLDS_FOR_MS = 60_000;

/** What one reading gave. It is the same for every reader, so it has no glance. */
export interface ReadResident {
  readonly seq: number;
  readonly view: ResidentView;
  /** The moment for which the view is true. */
  readonly now: Instant;
}

/** One reading of a resident's record. It answers every caller until the record changes. */
interface Reading {
  readonly now: Instant;
  readonly opened: Promise<ReadResident>;
  begun: boolean;
}

export interface Readings {
  /** Returns the present view. Several callers share one reading. */
  get(now: Instant): Promise<ReadResident>;
  /** Says that the record changed. Later callers get a new reading. */
  outdate(): void;
}

/** Makes the readings of one resident's record. One runs at a time, and callers in between share the next. */
export function readings(read: (now: Instant) => Promise<ReadResident>): Readings {
  let last: Reading | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const begin = (now: Instant): Reading => {
    const former = running;
    const reading: Reading = {
      now,
      begun: false,
      opened: former.then(() => {
        reading.begun = true;
        return timed('sync/read', null, () => read(now));
      }),
    };
    running = reading.opened.catch(() => {
      // A reading that failed answers only the callers that waited for it. The next caller starts another.
      if (last === reading) last = null;
    });
    return reading;
  };

  return {
    get(now) {
      if (last === null || !holds(last.now, now)) last = begin(now);
      return last.opened;
    },
    outdate() {
      // A reading that has not begun will see the change anyway.
      if (last?.begun) last = null;
    },
  };
}

function holds(read: Instant, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(read);
  // After somebody set the clock back, no reading counts as present.
  return passed >= 0 && passed < HOLDS_FOR_MS;
}
