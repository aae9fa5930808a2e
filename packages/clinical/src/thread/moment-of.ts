import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import type { ThreadEntry } from './entry.ts';

/**
 * The moment of the press by the server's clock, as far as the difference is known. In milliseconds since 1970. Nothing was
 * pressed after it had arrived, so a device whose clock runs ahead cannot put a press into the future.
 */
export function momentOf({ pressedAt, clockOffsetMs, receivedAt }: ThreadEntry): number {
  const pressed = (readInstant(pressedAt) ?? 0) + (clockOffsetMs ?? 0);
  const received = receivedAt === null ? null : readInstant(receivedAt);
  return received === null ? pressed : Math.min(pressed, received);
}

/** The same as a moment to be told. */
export function askedAtOf(entry: ThreadEntry): Instant {
  const moment = momentOf(entry);
  return moment === readInstant(entry.pressedAt) ? entry.pressedAt : new Date(moment).toISOString();
}
