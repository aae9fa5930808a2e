import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import type { ThreadEntry } from './entry.ts';
import type { ThreadPress } from './thread.ts';

/**
 * The moment of the press by the server's clock, as far as the difference is known. In milliseconds since 1970. Nothing was
 * pressed after it had arrived, so a device whose clock runs ahead cannot put a press into the future.
 */
export function momentOf({ pressedAt, clockOffsetMs, receivedAt }: ThreadEntry): number {
  const byDevice = readInstant(pressedAt) ?? 0;
  const corrected = byDevice + (clockOffsetMs ?? 0);
  // Guard: one message with a difference that no clock can have must not keep anybody from reading all of them.
  const pressed = Math.abs(corrected) <= LAST_MOMENT_MS ? corrected : byDevice;
  const received = receivedAt === null ? null : readInstant(receivedAt);
  return received === null ? pressed : Math.min(pressed, received);
}

/** The end of the last year with four digits. Nobody can be told a moment that is further away, in either direction. */
const LAST_MOMENT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** When somebody pressed, as a moment to be told by the server's clock. */
export function toldMoment({ entry, at }: ThreadPress, entries: readonly ThreadEntry[]): Instant {
  const press = entries.find(({ id }) => id === entry);
  return press === undefined ? at : askedAtOf(press);
}

/** The same of an entry. */
export function askedAtOf(entry: ThreadEntry): Instant {
  const moment = momentOf(entry);
  return moment === readInstant(entry.pressedAt) ? entry.pressedAt : new Date(moment).toISOString();
}
