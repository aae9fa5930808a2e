import type { Clock, Instant } from '@ehch/clinical/time';

/** The vault's clock, running on: a panel that stays open must not stay at the minute at which it was drawn. */
export function runningClock(now: Instant): Clock {
  const [start, drawn] = [Date.parse(now), performance.now()];
  return () => new Date(start + performance.now() - drawn).toISOString();
}
