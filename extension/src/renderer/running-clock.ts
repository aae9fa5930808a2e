import type { Clock, Instant } from '@ehch/clinical/time';

/**
 * Lets the vault's clock run on, because "5 minutes ago" must grow older in a panel that stays open.
 *
 * It counts with `performance.now()`, which does not jump when somebody sets the device's clock.
 */
export function runningClock(now: Instant): Clock {
  const [start, drawn] = [Date.parse(now), performance.now()];
  return () => new Date(start + performance.now() - drawn).toISOString();
}
