import { textAt } from '@ehch/fhir';
import type { HttpResponse } from '../http/http.ts';

/**
 * The server's clock compared with this device's stopwatch. Neither is sure to be right, so only their difference
 * counts. An answer whose `Date` lies behind the furthest difference so far comes from a cache.
 */
export interface ServerClock {
  furthestAheadMs: number;
}

/** A clock of a server that has not answered yet. */
export function serverClock(): ServerClock {
  return { furthestAheadMs: Number.NEGATIVE_INFINITY };
}

/**
 * The age of an answer on arrival, in milliseconds. It shows in `Age` (RFC 9111 5.1), in a `Date` that lags behind,
 * or in the time at which the server assembled the Bundle (HAPI answers from stored search results). An answer
 * without any of these counts as new.
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
  // `Date` has whole seconds, so a difference below two seconds is not an age.
  return Math.max(0, ...ages.filter((age) => age >= 2000));
}

function assembledAt(page: unknown): string | null {
  if (textAt(page, 'resourceType') !== 'Bundle') return null;
  const meta = (page as { readonly meta?: unknown }).meta;
  return textAt(page, 'timestamp') ?? textAt(meta, 'lastUpdated');
}
