/**
 * The response headers that a page may read. Without `ETag` it could not write safely, and without `Retry-After` it
 * could not wait as asked.
 */
const EXPOSED = [
  'ETag',
  'Last-Modified',
  'Location',
  'Content-Location',
  'Retry-After',
  'Date',
  'X-Cache',
].join(', ');

const ALLOWED = [
  'Accept',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'If-Match',
  'If-None-Match',
  'If-None-Exist',
  'Prefer',
  'X-Amz-Fhir-History-Consistency-Level',
  'X-Amz-Fhir-Idempotency-Key',
  'X-Fault',
  'X-Meta-Snapshot-Mode',
  'X-Personality',
  'X-Request-Id',
].join(', ');

/**
 * Only pages of this machine, extensions and the origins named at the start may read answers. Somebody may have
 * loaded a real record, and every open page in a browser can reach this machine.
 */
function mayRead(origin: string, named: readonly string[]): boolean {
  if (named.includes(origin)) return true;
  if (/^(chrome|moz|safari-web)-extension:\/\//.test(origin)) return true;
  const match = /^https?:\/\/(.+)$/.exec(origin);
  return match !== null && isLoopback(match[1] ?? '');
}

/** Whether a `Host` means this machine. Another site may let its own name resolve to this machine (DNS rebinding). */
export function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|\[::1\]|([a-z0-9-]+\.)*localhost)(:\d+)?$/i.test(host);
}

/** The CORS headers for an origin. An origin that may not read gets none, so the browser hides the answer. */
export function corsHeaders(origin: string | undefined, named: readonly string[]): Record<string, string> {
  if (origin === undefined || !mayRead(origin, named)) return { Vary: 'Origin' };
  return { Vary: 'Origin', 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED };
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': ALLOWED,
  'Access-Control-Max-Age': '600',
};
