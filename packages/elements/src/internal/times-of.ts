import type { PlaceConfiguration } from '@ehch/clinical';
import { NO_TIMES, type ThreadTimes } from '@ehch/clinical/thread';

/** The place's minutes for threads. A place that names none calls nothing late and nobody's wait too long. */
export function timesOf(place: PlaceConfiguration | null): ThreadTimes {
  return place?.threads ?? NO_TIMES;
}
