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
  /** Only identity, agreed limits and allergies: the rest of the same reading is still on its way. */
  readonly isLeading?: true;
}

/** Reads a record for a moment, and tells what leads as soon as that is read. */
export type Read = (now: Instant, tellLeading: (leading: ReadResident) => void) => Promise<ReadResident>;

/** One reading of a resident's record. It answers every caller until the record changes. */
interface Reading {
  readonly now: Instant;
  readonly opened: Promise<ReadResident>;
  /** What leads of it. It may never come: a reading that fails tells nothing before. */
  readonly leading: Promise<ReadResident>;
  begun: boolean;
}

export interface Readings {
  /** Returns the present view. Several callers share one reading. */
  get(now: Instant): Promise<ReadResident>;
  /** Returns the whole view if it is read, and else what leads of it, as soon as that is read. */
  leading(now: Instant): Promise<ReadResident>;
  /** Says that the record changed. Later callers get a new reading. */
  outdate(): void;
}

/** Makes the readings of one resident's record. One runs at a time, and callers in between share the next. */
export function readings(read: Read): Readings {
  let last: Reading | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const begin = (now: Instant): Reading => {
    const former = running;
    let tellLeading: (leading: ReadResident) => void = () => {};
    const leading = new Promise<ReadResident>((resolve) => (tellLeading = resolve));
    const opened = former.then(() => {
      reading.begun = true;
      return timed('sync/read', null, () => read(now, tellLeading));
    });
    const reading: Reading = { now, begun: false, opened, leading };
    running = reading.opened.catch(() => {
      // A reading that failed answers only the callers that waited for it. The next caller starts another.
      if (last === reading) last = null;
    });
    return reading;
  };

  const present = (now: Instant): Reading => {
    if (last === null || !holds(last.now, now)) last = begin(now);
    return last;
  };

  return {
    get: (now) => present(now).opened,
    leading(now) {
      const { opened, leading } = present(now);
      // The first of two that are both there wins, and that is the whole.
      return Promise.race([opened, leading]);
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
