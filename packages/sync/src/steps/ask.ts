import { EhchError, type WithheldReason } from '@ehch/clinical';
import type { Http, HttpResponse } from '../http/http.ts';
import { withinBase } from '../http/within-base.ts';

/** How the asking went. `pages` holds the server's own text. */
export type Asked =
  | { readonly state: 'loaded'; readonly pages: readonly string[]; readonly more: boolean }
  | { readonly state: 'withheld'; readonly why: WithheldReason }
  | { readonly state: 'failed'; readonly error: EhchError };

export interface AskContext {
  readonly http: Http;
  readonly base: string;
  readonly deadlineMs: number;
}

/** A record with more pages than this is shown as "more": the first screen must not wait for all of it. */
const MOST_PAGES = 20;
/** A server that asks us to wait at most this long is waited for, once. */
const LONGEST_WAIT_S = 10;

/**
 * Asks one question and follows its pages. Never throws: how it went is the answer.
 *
 * @param expected the type of the resource that answers it: `Bundle` for a search
 */
export async function ask(context: AskContext, path: string, expected: string): Promise<Asked> {
  const pages: string[] = [];
  const seen = new Set<string>();
  try {
    let next: string | null = withinBase(context.base, path);
    while (next !== null) {
      if (pages.length === MOST_PAGES) return { state: 'loaded', pages, more: true };
      seen.add(next);
      const response = await patiently(context, next);
      if (response.status === 403) return { state: 'withheld', why: 'role' };
      if (response.status !== 200) throw fromStatus(response.status);
      const page = parse(response.text, expected);
      pages.push(response.text);
      const link = nextLink(page);
      next = link === null ? null : withinBase(context.base, link);
      // A link that leads back would be followed for ever.
      if (next !== null && seen.has(next))
        throw new EhchError('malformed', 'The pages of the answer lead in a circle.');
    }
    return { state: 'loaded', pages, more: false };
  } catch (error) {
    if (error instanceof EhchError) return { state: 'failed', error };
    return {
      state: 'failed',
      error: new EhchError('malformed', 'The server sent an answer that could not be read.', {
        cause: error,
      }),
    };
  }
}

async function patiently({ http, deadlineMs }: AskContext, url: string): Promise<HttpResponse> {
  const request = {
    method: 'GET',
    url,
    headers: { accept: 'application/fhir+json' },
    body: null,
    deadlineMs,
  } as const;
  const first = await http.request(request);
  if (first.status !== 429 && first.status !== 503) return first;
  const seconds = Number(first.headers['retry-after']);
  if (!(seconds >= 0 && seconds <= LONGEST_WAIT_S)) return first;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return http.request(request);
}

function fromStatus(status: number): EhchError {
  if (status === 401) return new EhchError('signed-out', 'The server wants a new sign-in.');
  if (status === 404 || status === 410) return new EhchError('not-found', 'The server has no such record.');
  if (status === 408) return new EhchError('timeout', 'The server gave up waiting. Try again.');
  if (status === 429 || status === 503)
    return new EhchError('busy', 'The server is busy. Try again in a moment.');
  if (status >= 500)
    return new EhchError('server-error', 'The server failed. Try again; tell its operator if it stays.');
  return new EhchError('malformed', 'The server did not understand the question.');
}

function parse(text: string, expected: string): { resourceType: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new EhchError('malformed', 'The server sent something that is not JSON.');
  }
  const type =
    typeof value === 'object' && value !== null
      ? (value as { resourceType?: unknown }).resourceType
      : undefined;
  // A login page, a proxy's greeting or an OperationOutcome under status 200 must not read as "nothing found".
  if (type !== expected) {
    throw new EhchError('malformed', 'The server sent something that is not the record that was asked for.');
  }
  return value as { resourceType: string };
}

function nextLink(page: object): string | null {
  const links = (page as { link?: unknown }).link;
  if (!Array.isArray(links)) return null;
  const next = links.find(
    (link: unknown) =>
      typeof link === 'object' && link !== null && (link as { relation?: unknown }).relation === 'next',
  ) as { url?: unknown } | undefined;
  return typeof next?.url === 'string' ? next.url : null;
}
