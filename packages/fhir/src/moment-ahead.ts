import { readInstant, type Instant } from '@ehch/clinical/time';

/** [P] Milliseconds. Clocks differ, so a moment up to 15 minutes ahead counts as now. */
const CLOCKS_DIFFER_MS = 15 * 60_000;

/** Whether a moment has not come yet, by more than two clocks differ. `null`: nobody told what time it is. */
export function isMomentAhead(moment: string, now: Instant | null): boolean {
  const [at, present] = [readInstant(moment), readInstant(now ?? '')];
  return at !== null && present !== null && at > present + CLOCKS_DIFFER_MS;
}
