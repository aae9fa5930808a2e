import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';

/**
 * Whether what the source said at `asOf` still counts as current at `now`. An `asOf` after `now` means that a clock is
 * wrong, and a moment that cannot be read means that nobody knows: both read as stale.
 */
export function freshnessOf(asOf: Instant, now: Instant, staleAfterMinutes: number): 'current' | 'stale' {
  const from = readInstant(asOf);
  const to = readInstant(now);
  if (from === null || to === null || to < from) return 'stale';
  return to - from <= staleAfterMinutes * 60_000 ? 'current' : 'stale';
}
