import type { DeviceStatus } from '@ehch/clinical';
import { readInstant, type Instant } from '@ehch/clinical/time';

const MINUTE_MS = 60_000;
/** As the port says: two clocks that are closer are not told apart. */
const DIFFER_MS = 2 * MINUTE_MS;

/**
 * The engine compares the server's clock with this device's. What a page writes goes by the page's own clock, and in a
 * demonstration that is another one: its difference from the server is what a person has to know.
 *
 * @param page now by the page's clock
 * @param deviceMs now by this device's clock
 */
export function onPageClock(status: DeviceStatus, page: Instant, deviceMs: number): DeviceStatus {
  const { clockOffsetMs, ...rest } = status;
  const pageMs = readInstant(page);
  if (clockOffsetMs === undefined || pageMs === null || Math.abs(deviceMs - pageMs) < MINUTE_MS)
    return status;
  const offset = Math.round((clockOffsetMs + deviceMs - pageMs) / MINUTE_MS) * MINUTE_MS;
  return Math.abs(offset) < DIFFER_MS ? rest : { ...rest, clockOffsetMs: offset };
}
