import type { CareIntent } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** Milliseconds by which the page's clock may lag while its call is on the way. Less is one clock. */
const ON_THE_WAY_MS = 60_000;

/** The clocks at the moment at which a press was handed over. */
export interface ClocksAtPress {
  /** By the page's clock, which also told the press. */
  readonly page: Instant;
  /** Milliseconds by this device's clock. */
  readonly device: number;
  /** Server time minus device time, in milliseconds; `null`: not known. */
  readonly serverOffsetMs: number | null;
}

/**
 * A page may show another clock than the device's, as a demonstration does. What it pressed then lies as far from the server's
 * time as the page's clock does. With one clock nothing is changed, and the writer says the device's difference.
 */
export function pressedByPage(intent: CareIntent, clocks: ClocksAtPress): CareIntent {
  const { what } = intent;
  if (what.kind !== 'thread-entry' || what.entry.clockOffsetMs !== null || clocks.serverOffsetMs === null)
    return intent;
  const apart = clocks.device - Date.parse(clocks.page);
  if (!(Math.abs(apart) > ON_THE_WAY_MS)) return intent;
  const entry = { ...what.entry, clockOffsetMs: clocks.serverOffsetMs + apart };
  return { ...intent, what: { ...what, entry } };
}
