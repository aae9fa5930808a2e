import type { Timing } from '../timing.ts';
import type { Http } from './http.ts';

/** Milliseconds. After a slower answer, or a sleep of the device, nobody knows when the server wrote its time. */
const LONGEST_MS = 30_000;

/**
 * Tells after each answer that names its time (`Date`) how far the device's clock is from the server's. It changes nothing of the
 * request. A browser shows the header of another origin only where the server exposes it.
 *
 * @param onOffset takes server time minus device time, in milliseconds, true to about a second
 */
export function timedHttp(http: Http, timing: Pick<Timing, 'now'>, onOffset: (ms: number) => void): Http {
  return {
    async request(request, stop) {
      const sentAt = timing.now();
      const response = await http.request(request, stop);
      const cameAt = timing.now();
      const { date, age = '0' } = response.headers;
      const server = date === undefined ? Number.NaN : Date.parse(date);
      // A cache on the way gives the time at which it was filled.
      const isOwnTime = age === '0' && Number.isFinite(server);
      const isInTime = cameAt >= sentAt && cameAt - sentAt <= LONGEST_MS;
      if (isOwnTime && isInTime) onOffset(Math.round(server - (sentAt + cameAt) / 2));
      return response;
    },
  };
}
