import type { Operation } from '@ehch/store';

/** Milliseconds. The longest that a failed try waits for the next one. */
export const LONGEST_BACK_OFF_MS = 300_000;
/** Milliseconds, for an escalation: a worry about a resident is tried at least four times a minute. */
export const LONGEST_ESCALATION_BACK_OFF_MS = 15_000;
/** [P] Milliseconds. A longer `Retry-After` is a mistake of a clock or a server, and would silence a home for a shift. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;
const FIRST_MS = 1000;

export function longestBackOff(of: Operation['class']): number {
  return of === 'escalation' ? LONGEST_ESCALATION_BACK_OFF_MS : LONGEST_BACK_OFF_MS;
}

/**
 * How long a failed entry waits, in milliseconds: any time from nothing to a bound that doubles ("full jitter"), so that
 * clients that failed together do not come back together. It is never before what the server asked for (P12).
 *
 * @param attempts how often it was tried
 * @param retryAfterMs what the server asked for; `null` if it asked for nothing, or its words were hidden by CORS
 */
export function backOff(
  { attempts, longestMs, retryAfterMs }: { attempts: number; longestMs: number; retryAfterMs: number | null },
  random: () => number,
): number {
  const own = random() * Math.min(longestMs, FIRST_MS * 2 ** Math.min(attempts, 20));
  return Math.max(own, retryAfterMs === null ? 0 : retryAfterMs * (1 + random() / 10));
}

/**
 * Reads `Retry-After`, in seconds or as an HTTP date, as milliseconds from the answer. A date is measured against the
 * server's own `Date`, because the device's clock may be wrong. `null`: there is none, or it cannot be read.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (value === '') return null;
  const sent = Date.parse(headers['date'] ?? '');
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (Number.isNaN(sent) ? now : sent);
  return Number.isNaN(ms) ? null : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, ms));
}

/**
 * Until when an entry waits that was found after a start, or after the clock was set back. A clock that lost a year must
 * not freeze it, so it waits no longer than the longest back-off from there.
 */
export function clamped(notBefore: number, foundAt: number, longestMs: number): number {
  return Math.min(notBefore, foundAt + longestMs);
}
