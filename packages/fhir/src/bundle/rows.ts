import { isObject, textAt, type JsonObject } from '../entry.ts';
import { gapsIn, LEFT_OUT } from '../server-message.ts';
import { typeInUrl, wordsFor, type BundleGap } from './bundle-gap.ts';

/** What an entry of a Bundle says, or shows by having no content, is missing. */
export function gapsOfRow(row: unknown): readonly BundleGap[] {
  if (!isObject(row)) return [withoutContent(null)];
  if (isObject(row['response'])) return responseGaps(row, row['response']);
  if ('resource' in row || isObject(row['request'])) return [];
  // The server's own remarks are no record.
  return [withoutContent(typeInUrl(textAt(row, 'fullUrl')))];
}

export function withoutContent(about: string | null): BundleGap {
  return { why: 'unreadable', what: 'an entry without content', about };
}

/** HTTP statuses of "you may not see this". */
const REFUSED = new Set([401, 403, 407, 451]);

const PARTIAL_CONTENT = 206;

/** A part of a batch that failed is not empty: R4 says so in `entry.response`, and in nothing else. */
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
 * A part that asked and brought nothing back: the content did not come with "not modified" or with another address, nor
 * with a good status alone. A part that wrote answers without content, and says so by its method, status or address.
 */
function isUnanswered(row: JsonObject, response: JsonObject, status: number): boolean {
  if (isObject(row['resource']) || isObject(response['outcome'])) return false;
  if (textAt(row['request'], 'method')?.toUpperCase() === 'GET') return !(status >= 400);
  if (status >= 300 && status < 400) return true;
  return !isObject(row['request']) && status === 200 && textAt(response, 'location') === null;
}
