/** Milliseconds since the epoch. The server's own time, which no demo clock moves. */
export type ServerClock = () => number;

export const systemClock: ServerClock = () => Date.now();

/** Wraps a clock so that it never goes backwards. Equal times are allowed, as on any real server. */
export function monotonic(clock: ServerClock, startAt = 0): ServerClock {
  let last = startAt;
  return () => (last = Math.max(last, clock()));
}
