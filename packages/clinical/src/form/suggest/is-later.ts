import { londonDate } from '../../time/london.ts';
import { spanOf } from '../../time/partial-date.ts';
import type { Instant, PartialDate } from '../../time/types.ts';

/** Whether a date lies wholly after today: what is ahead is no fact yet. */
export function isLater(on: PartialDate | null, now: Instant): boolean {
  const span = spanOf(on);
  return span !== null && span.from > londonDate(now);
}
