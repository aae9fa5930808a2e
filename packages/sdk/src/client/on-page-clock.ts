import type { DeviceStatus, Receipt } from '@ehch/clinical';
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

/** The engine notes by this device's clock when the server had it. "Sent" a month before it was pressed helps nobody. */
export function sentOnPageClock(receipt: Receipt, page: Instant, deviceMs: number): Receipt {
  if (receipt.state !== 'sent') return receipt;
  const [pageMs, sentMs] = [readInstant(page), readInstant(receipt.at)];
  if (pageMs === null || sentMs === null || Math.abs(deviceMs - pageMs) < MINUTE_MS) return receipt;
  return { ...receipt, at: new Date(sentMs + pageMs - deviceMs).toISOString() };
}
