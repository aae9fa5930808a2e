import { formatDateTime, formatTime } from '@ehch/clinical/display';
import { civilDayOf, londonDate } from '@ehch/clinical/time';
import type { Instant } from '@ehch/clinical/time';

/** The hour alone could be of any night: a moment that is not of today has its day. */
export function shortMoment(at: Instant, now: Instant): string {
  return civilDayOf(at) === londonDate(now) ? formatTime(at) : formatDateTime(at);
}
