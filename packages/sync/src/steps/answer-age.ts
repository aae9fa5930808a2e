import { textAt } from '@ehch/fhir';
import type { HttpResponse } from '../http/http.ts';

/**
 * What is known of the server's clock against this device's stopwatch. Neither shows the right time, so only their
 * difference is kept: an answer whose `Date` lies behind the furthest that was seen comes from a cache.
 */
export interface ServerClock {
  furthestAheadMs: number;
}

export function serverClock(): ServerClock {
  return { furthestAheadMs: Number.NEGATIVE_INFINITY };
}

/**
 * How old an answer was when it came, in milliseconds, as far as it tells: by `Age` (RFC 9111 5.1), by a `Date` that lags
 * behind, or by the time at which the server says that it put a Bundle together (HAPI answers from its own list of results).
 * An answer that tells nothing counts as new.
 */
export function ageOfAnswer(
  { headers }: HttpResponse,
  page: unknown,
  clock: ServerClock,
  receivedMs: number = performance.now(),
): number {
  const sent = Date.parse(headers['date'] ?? '');
  const ahead = sent - receivedMs;
  if (ahead > clock.furthestAheadMs) clock.furthestAheadMs = ahead;
  const made = Date.parse(assembledAt(page) ?? '');
  const ages = [Number(headers['age'] ?? Number.NaN) * 1000, clock.furthestAheadMs - ahead, sent - made];
  // `Date` has whole seconds: less than two are no age.
  return Math.max(0, ...ages.filter((age) => age >= 2000));
}

function assembledAt(page: unknown): string | null {
  if (textAt(page, 'resourceType') !== 'Bundle') return null;
  const meta = (page as { readonly meta?: unknown }).meta;
  return textAt(page, 'timestamp') ?? textAt(meta, 'lastUpdated');
}
