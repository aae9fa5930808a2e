import type { Instant } from '@ehch/clinical/time';
import type { OpenedResident } from '../protocol.ts';
import { timed } from '../timed.ts';

/** [P] How long a reading answers for the present: as long as an open window waits before it looks again. */
const HOLDS_FOR_MS = 60_000;

/** One reading of a resident's record, for all who ask until something of it changes. */
interface Reading {
  readonly now: Instant;
  readonly opened: Promise<OpenedResident>;
  begun: boolean;
}

export interface Readings {
  /** What is known of her now: read once, however many ask. */
  get(now: Instant): Promise<OpenedResident>;
  /** Something of what is held changed: whoever asks from now on is answered by a new reading. */
  outdate(): void;
}

/** The readings of one resident's record. One runs at a time: whoever asks meanwhile shares the next. */
export function readings(read: (now: Instant) => Promise<OpenedResident>): Readings {
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
      // A reading that broke answers those who waited for it, and nobody else.
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
      // What has not begun will read what is new.
      if (last?.begun) last = null;
    },
  };
}

function holds(read: Instant, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(read);
  // A clock that was set back asks anew.
  return passed >= 0 && passed < HOLDS_FOR_MS;
}
