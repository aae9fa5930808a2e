import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import type { FhirServer } from '@ehch/dev-server';

/** The engine's way to a server in this process. */
export function httpOf(server: FhirServer): Http {
  return {
    request: async ({ method, url, headers, body }) => server.request({ method, url, headers, body }),
  };
}

type Entry = { request: Record<string, string>; [field: string]: unknown };

/** A server that does not read a condition: it is taken out of each request, and of each entry of a transaction. */
export function ignoring(http: Http, header: 'if-match' | 'if-none-match' | 'if-none-exist'): Http {
  const field = { 'if-match': 'ifMatch', 'if-none-match': 'ifNoneMatch', 'if-none-exist': 'ifNoneExist' }[
    header
  ];
  return {
    request: (request) => {
      const { [header]: _ignored, ...headers } = request.headers;
      return http.request({
        ...request,
        headers,
        body: eachEntry(request, (entry) => void delete entry.request[field]),
      });
    },
  };
}

/** A server that gives every id itself: a PUT to an unknown one is refused. */
export function withoutClientIds(http: Http): Http {
  const exists = async (request: HttpRequest, url: string): Promise<boolean> => {
    const read = { ...request, method: 'GET' as const, url, body: null, headers: {} };
    return (await http.request(read)).status === 200;
  };
  return {
    request: async (request) => {
      if (request.method === 'PUT' && !(await exists(request, request.url))) return refusal(404);
      const base = request.url.replace(/\/$/, '');
      for (const { method, url } of entriesOf(request).map(
        (entry) => entry.request as { method: string; url: string },
      ))
        if (method === 'PUT' && !(await exists(request, `${base}/${url}`))) return refusal(400);
      return http.request(request);
    },
  };
}

/** A server that takes no Bundle. */
export function withoutTransactions(http: Http): Http {
  return { request: async (request) => (isBundle(request) ? refusal(405) : http.request(request)) };
}

/** A server that carries a transaction out entry by entry, whatever becomes of the others. */
export function withoutAtomicity(http: Http): Http {
  return {
    request: (request) =>
      http.request({
        ...request,
        body: request.body?.replace('"type":"transaction"', '"type":"batch"') ?? null,
      }),
  };
}

export function withoutHistory(http: Http): Http {
  return {
    request: async (request) => (request.url.includes('/_history') ? refusal(405) : http.request(request)),
  };
}

function refusal(status: number): HttpResponse {
  const issue = [{ severity: 'error', code: 'not-supported' }];
  return { status, headers: {}, text: JSON.stringify({ resourceType: 'OperationOutcome', issue }) };
}

function isBundle({ method, body }: HttpRequest): boolean {
  return method === 'POST' && body?.includes('"resourceType":"Bundle"') === true;
}

function entriesOf(request: HttpRequest): Entry[] {
  return isBundle(request) ? (JSON.parse(request.body ?? '') as { entry: Entry[] }).entry : [];
}

function eachEntry(request: HttpRequest, change: (entry: Entry) => void): string | null {
  if (!isBundle(request)) return request.body;
  const bundle = JSON.parse(request.body ?? '') as { entry: Entry[] };
  bundle.entry.forEach(change);
  return JSON.stringify(bundle);
}
