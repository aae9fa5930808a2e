import type { Clock } from '@ehch/clinical/time';

/**
 * The clinical clock: the device's own, or in a demo build a clock that starts at the demo's instant and runs on.
 *
 * @param start An ISO instant. Release builds ignore it, so that no configuration can date a record wrongly.
 */
export function clinicalClock(start: string | undefined): Clock {
  const moment = __DEMO__ && start !== undefined ? Date.parse(start) : NaN;
  if (Number.isNaN(moment)) return () => new Date().toISOString();
  const offset = moment - Date.now();
  return () => new Date(Date.now() + offset).toISOString();
}
