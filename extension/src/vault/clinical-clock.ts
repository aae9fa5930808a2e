import type { Clock } from '@ehch/clinical/time';

/** The clinical clock: the device's, or in a demo one that starts where the demo says and runs like a real one. */
export function clinicalClock(start: string | undefined): Clock {
  const moment = __DEMO__ && start !== undefined ? Date.parse(start) : NaN;
  if (Number.isNaN(moment)) return () => new Date().toISOString();
  const offset = moment - Date.now();
  return () => new Date(Date.now() + offset).toISOString();
}
