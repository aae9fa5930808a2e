import { isObject, textAt, type JsonObject } from '../entry.ts';
import { gapsIn, LEFT_OUT } from '../server-message.ts';
import { typeInUrl, wordsFor, type BundleGap } from './bundle-gap.ts';

/** Gaps from one entry of a Bundle: it reports a failure, or it has no content. */
export function gapsOfRow(row: unknown): readonly BundleGap[] {
  if (!isObject(row)) return [withoutContent(null)];
  if (isObject(row['response'])) return responseGaps(row, row['response']);
  if (isObject(row['request'])) return requestGaps(row, row['request']);
  if ('resource' in row) return [];
  // An entry with neither a record nor a request has lost its content.
  return [withoutContent(typeInUrl(textAt(row, 'fullUrl')))];
}

/**
 * Gaps from a change that a Bundle asks for and that brings no whole record: a patch, a lost record, a deletion
 * by search.
 */
function requestGaps(row: JsonObject, request: JsonObject): readonly BundleGap[] {
  const method = textAt(request, 'method')?.toUpperCase();
  const url = textAt(request, 'url') ?? '';
  const about = typeInUrl(url);
  if (method === 'PATCH') return [{ why: 'unreadable', what: 'a change that was not read', about }];
  if (method === 'DELETE' && url.includes('?'))
    return [{ why: 'more', what: 'records that were deleted', about }];
  // A search or an operation is sent by POST too, and brings no record.
  const brings = method === 'PUT' || (method === 'POST' && !/_search|\$/.test(url));
  return brings && !isObject(row['resource']) ? [withoutContent(about)] : [];
}

/** A gap for an entry with neither a record nor an answer. */
export function withoutContent(about: string | null): BundleGap {
  return { why: 'unreadable', what: 'an entry without content', about };
}

/** HTTP statuses that mean "you may not see this". */
const REFUSED = new Set([401, 403, 407, 451]);

/** The HTTP status of an answer of which only a part was sent. */
const PARTIAL_CONTENT = 206;

/**
 * Gaps from the answer to one part of a batch. A part that failed is not an empty part. R4 states the failure
 * in `entry.response` alone.
 */
function responseGaps(row: JsonObject, response: JsonObject): readonly BundleGap[] {
  const about =
    typeInUrl(textAt(row['request'], 'url')) ??
    typeInUrl(textAt(response, 'location')) ??
    typeInUrl(textAt(row, 'fullUrl'));
  const what = wordsFor(about, LEFT_OUT);
  const said = gapsIn(response['outcome']).map(({ why }): BundleGap => ({ why, what, about }));
  const status = Number.parseInt(String(response['status']), 10);
  if (said.length === 0 && isUnanswered(row, response, status)) return [{ why: 'failed', what, about }];
  if (said.length === 0 && status === PARTIAL_CONTENT) return [{ why: 'more', what, about }];
  if (said.length > 0 || !(status >= 400)) return said;
  return [{ why: REFUSED.has(status) ? 'withheld' : 'failed', what, about }];
}

/**
 * Whether a part of a batch asked for content and received none. "Not modified", a redirect or a success
 * status alone bring no content. A part that wrote something may have no content: its method, status or
 * address shows that it wrote.
 */
function isUnanswered(row: JsonObject, response: JsonObject, status: number): boolean {
  if (isObject(row['resource']) || isObject(response['outcome'])) return false;
  if (textAt(row['request'], 'method')?.toUpperCase() === 'GET') return !(status >= 400);
  if (status >= 300 && status < 400) return true;
  return !isObject(row['request']) && status === 200 && textAt(response, 'location') === null;
}
