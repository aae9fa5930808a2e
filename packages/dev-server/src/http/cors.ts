/**
 * A page sees of an answer's headers only what is exposed here. Without `ETag` it cannot write safely, without
 * `Retry-After` it cannot wait as asked.
 */
const EXPOSED = ['ETag', 'Last-Modified', 'Location', 'Content-Location', 'Retry-After', 'Date'].join(', ');

const ALLOWED = [
  'Accept',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'If-Match',
  'If-None-Match',
  'If-None-Exist',
  'Prefer',
  'X-Fault',
  'X-Request-Id',
].join(', ');

/**
 * Pages of this machine, extensions, and the origins that were named at the start may read answers. No other page may:
 * somebody may have loaded a real record, and every page that a browser has open can reach this machine.
 */
function mayRead(origin: string, named: readonly string[]): boolean {
  if (named.includes(origin)) return true;
  if (/^(chrome|moz|safari-web)-extension:\/\//.test(origin)) return true;
  const match = /^https?:\/\/(.+)$/.exec(origin);
  return match !== null && isLoopback(match[1] ?? '');
}

/** Whether a `Host` means this machine. A name that only resolves to it may be another site's trick (DNS rebinding). */
export function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|\[::1\]|([a-z0-9-]+\.)*localhost)(:\d+)?$/i.test(host);
}

export function corsHeaders(origin: string | undefined, named: readonly string[]): Record<string, string> {
  if (origin === undefined || !mayRead(origin, named)) return { Vary: 'Origin' };
  return { Vary: 'Origin', 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED };
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': ALLOWED,
  'Access-Control-Max-Age': '600',
};
