import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { tokenFrom } from './token-from.ts';

/** Characters. A longer answer is not a resident's record, and reading on would freeze a shared computer. */
const LONGEST_ANSWER = 32_000_000;

/** Who signs the requests of `fetchHttp`. Without either, they go unsigned. */
export interface FetchHttpOptions {
  /** Called before each request, so that a renewed token is used at once. */
  readonly getToken?: () => Promise<string | null>;
  /** Set only where `fetch` is the host page's own and signs requests in its own way. */
  readonly ownCredentials?: true;
}

/**
 * Runs requests with `fetch`. Its error messages are for the engineer who embeds the engine: the screen chooses its
 * words by the error's code.
 */
export function fetchHttp(fetch: typeof globalThis.fetch, options: FetchHttpOptions = {}): Http {
  return {
    async request(request, stop) {
      const headers: Record<string, string> = { ...request.headers };
      if (options.getToken)
        headers['authorization'] = `Bearer ${await tokenFrom(options.getToken, request.deadlineMs, stop)}`;
      // A browser's `fetch` sends this header itself for `no-store`, but a host page's own may drop the option. A
      // server that keeps search results (HAPI) would then answer with the record of a minute ago.
      if (options.ownCredentials) headers['cache-control'] = 'no-cache';
      return send(fetch, { ...request, headers }, options, stop);
    },
  };
}

async function send(
  fetch: typeof globalThis.fetch,
  request: HttpRequest,
  { ownCredentials }: FetchHttpOptions,
  stop?: AbortSignal,
): Promise<HttpResponse> {
  const end = new AbortController();
  const abandon = () => end.abort();
  const timer = setTimeout(abandon, request.deadlineMs);
  stop?.addEventListener('abort', abandon);
  if (stop?.aborted) abandon();
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: end.signal,
      // A redirect would carry the token and the resident's id to an address that nobody configured.
      redirect: 'error',
      // The engine keeps the record in memory. The browser's disk cache must not.
      cache: 'no-store',
      ...(ownCredentials ? {} : { credentials: 'omit' }),
      referrerPolicy: 'no-referrer',
    });
    const text = await readText(response);
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    if (error instanceof EhchError) throw error;
    reportCaught(error, 'sync/fetch');
    if (end.signal.aborted && !stop?.aborted)
      throw new EhchError(
        'timeout',
        'The server did not answer in time. What it did is not known: ask again.',
      );
    throw new EhchError(
      'unreachable',
      'The server cannot be reached. Check the network and the address, then ask again.',
    );
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abandon);
  }
}

/** Reads the answer piece by piece, so that an endless answer is abandoned and never held whole. */
async function readText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= LONGEST_ANSWER) continue;
    await reader.cancel();
    throw new EhchError(
      'malformed',
      'The answer is longer than any record. Check that the address is that of a FHIR server.',
    );
  }
}
