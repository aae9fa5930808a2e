import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';

/**
 * Whether an answer from `asOf` still counts as current at `now`. An `asOf` after `now` means that a clock is wrong,
 * and an unreadable instant means that nobody knows. Both count as stale.
 */
export function freshnessOf(asOf: Instant, now: Instant, staleAfterMinutes: number): 'current' | 'stale' {
  const from = readInstant(asOf);
  const to = readInstant(now);
  if (from === null || to === null || to < from) return 'stale';
  return to - from <= staleAfterMinutes * 60_000 ? 'current' : 'stale';
}
