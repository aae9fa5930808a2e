import { formatDuration } from '@ehch/clinical/display';
import { readInstant, type Instant } from '@ehch/clinical/time';

/** "2hr 5min ago". A moment that lies ahead or cannot be read says so. */
export function ago(moment: Instant, now: Instant): string {
  const [from, to] = [readInstant(moment), readInstant(now)];
  if (from === null || to === null) return 'how long ago is not known';
  if (to < from) return 'in the future by this clock';
  const minutes = Math.floor((to - from) / 60_000);
  return minutes === 0 ? 'just now' : `${formatDuration(minutes)} ago`;
}
