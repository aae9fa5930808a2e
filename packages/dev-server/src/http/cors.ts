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

export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED,
};

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...CORS_HEADERS,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': ALLOWED,
  'Access-Control-Max-Age': '600',
};
