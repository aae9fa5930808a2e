import type { DeviceStatus, HomeMatters, Receipt } from '@ehch/clinical';
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

/** What the engine timed by this device's clock, on the page's. In a demonstration of another day "just sent" is just sent. */
export function receiptOnPage(receipt: Receipt, page: Instant, deviceMs: number): Receipt {
  return receipt.state === 'sent' ? { ...receipt, at: onPage(receipt.at, page, deviceMs) } : receipt;
}

/** The same of when each home's list was read. */
export function mattersOnPage(matters: HomeMatters, page: Instant, deviceMs: number): HomeMatters {
  const homes = matters.homes.map((home) =>
    home.state.state === 'read'
      ? { ...home, state: { ...home.state, asOf: onPage(home.state.asOf, page, deviceMs) } }
      : home,
  );
  return { ...matters, homes };
}

/**
 * Shifted by whole minutes, so that the same moment stays the same from one look to the next. Some of what the engine does it times
 * as the page said: what is nearer to the page's now without a shift was timed so.
 */
function onPage(moment: Instant, page: Instant, deviceMs: number): Instant {
  const [at, pageMs] = [readInstant(moment), readInstant(page)];
  if (at === null || pageMs === null || Math.abs(deviceMs - pageMs) < MINUTE_MS) return moment;
  const shifted = at + Math.round((pageMs - deviceMs) / MINUTE_MS) * MINUTE_MS;
  return Math.abs(at - pageMs) < Math.abs(shifted - pageMs) ? moment : new Date(shifted).toISOString();
}
