/** The server's own time, in milliseconds since the epoch. No demo clock moves it. */
export type ServerClock = () => number;

export const systemClock: ServerClock = () => Date.now();

/** Wraps a clock so that it never goes backwards: `_since` and history rely on that. Equal times are allowed. */
export function monotonic(clock: ServerClock, startAt = 0): ServerClock {
  let last = startAt;
  return () => (last = Math.max(last, clock()));
}
