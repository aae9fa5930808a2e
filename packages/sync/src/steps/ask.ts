import { EhchError, type EhchErrorCode, type SectionError, type WithheldReason } from '@ehch/clinical';
import { readBundle, textAt } from '@ehch/fhir';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { withinBase } from '../http/within-base.ts';

/** How the asking went. `pages` holds the server's own text. */
export type Asked =
  | { readonly state: 'loaded'; readonly pages: readonly string[]; readonly more: boolean }
  | { readonly state: 'withheld'; readonly why: WithheldReason; readonly status?: number }
  /** `status` is absent where no answer came. */
  | { readonly state: 'failed'; readonly error: SectionError; readonly status?: number };

export interface AskContext {
  readonly http: Http;
  readonly base: string;
  readonly deadlineMs: number;
  /** What the server has shown of itself while it was asked. */
  readonly server?: ServerManners;
}

export interface ServerManners {
  refusesPostSearch: boolean;
}

/** A record with more pages than this is shown as "more": the first screen must not wait for all of it. */
const MOST_PAGES = 20;
/** A server that asks us to wait at most this long is waited for, once. */
const LONGEST_WAIT_S = 10;

/**
 * Asks one question and follows its pages. Never throws: how it went is the answer.
 *
 * @param expected the type of the resource that answers it: `Bundle` for a search
 * @param form the parameters of a search that is POSTed; its later pages have addresses of their own
 */
export async function ask(
  context: AskContext,
  path: string,
  expected: string,
  form: string | null = null,
): Promise<Asked> {
  const pages: string[] = [];
  const seen = new Set<string>();
  try {
    let next: string | null = withinBase(context.base, path);
    while (next !== null) {
      if (pages.length === MOST_PAGES) return { state: 'loaded', pages, more: true };
      seen.add(next);
      const response = await patiently(context, next, pages.length === 0 ? form : null);
      if (response.status === 403) return { state: 'withheld', why: 'role', status: 403 };
      if (response.status !== 200) return { ...failed(codeOf(response.status)), status: response.status };
      const page = parse(response.text, expected);
      if (page === null) return failed('malformed');
      pages.push(response.text);
      const link = readBundle(page).next;
      next = link === null ? null : withinBase(context.base, link);
      // A link that leads back would be followed for ever.
      if (next !== null && seen.has(next)) return failed('malformed');
    }
    return { state: 'loaded', pages, more: false };
  } catch (error) {
    return failed(error instanceof EhchError ? error.code : 'malformed');
  }
}

function failed(code: EhchErrorCode): Extract<Asked, { state: 'failed' }> {
  return { state: 'failed', error: { code } };
}

async function patiently(
  { http, deadlineMs }: AskContext,
  url: string,
  form: string | null,
): Promise<HttpResponse> {
  const accept = 'application/fhir+json';
  const request: HttpRequest =
    form === null
      ? { method: 'GET', url, headers: { accept }, body: null, deadlineMs }
      : {
          method: 'POST',
          url,
          headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
          body: form,
          deadlineMs,
        };
  const first = await http.request(request);
  if (first.status !== 429 && first.status !== 503) return first;
  const seconds = Number(first.headers['retry-after']);
  if (!(seconds >= 0 && seconds <= LONGEST_WAIT_S)) return first;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return http.request(request);
}

const BY_STATUS: { readonly [status: number]: EhchErrorCode } = {
  401: 'signed-out',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  429: 'busy',
  503: 'busy',
};

function codeOf(status: number): EhchErrorCode {
  return BY_STATUS[status] ?? (status >= 500 ? 'server-error' : 'malformed');
}

/** The answer, when it is one. A login page, a proxy's greeting or an OperationOutcome under status 200 must not read as "nothing found". */
function parse(text: string, expected: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return textAt(value, 'resourceType') === expected ? value : null;
  } catch {
    return null;
  }
}
