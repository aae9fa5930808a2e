import { EhchError } from '@ehch/clinical';
import type { FhirServer } from '@ehch/dev-server';
import type { Http, HttpRequest, HttpResponse } from '../../src/http/http.ts';
import { deliver, type FaultRates } from './faults.ts';
import type { ServedRequest } from './served-request.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface FaultNetworkOptions {
  readonly time: VirtualTime;
  readonly server: FhirServer;
  /** Whose requests these are. */
  readonly by: string;
  /** Who is signed in at this moment. */
  session(): string | null;
  /** Read at each request, so that the weather may change. */
  rates(): FaultRates;
  /** Hears of every request that the server has seen, also of those whose answer was lost. */
  served(request: ServedRequest): void;
}

const HTML_503 = '<html><body>Service unavailable</body></html>';

/** The way of one client to a server in this process, with the faults of a real network. */
export function faultNetwork({ time, server, by, session, rates, served }: FaultNetworkOptions): Http {
  return {
    async request(request, stop) {
      const stopped = new Promise<'stopped'>((resolve) =>
        stop?.addEventListener('abort', () => resolve('stopped'), { once: true }),
      );
      const sub = session();
      const delivered = deliver<HttpResponse>({
        time,
        rates: rates(),
        isWrite: isWrite(request),
        deadlineMs: request.deadlineMs,
        serve: async () => serve(request, sub),
        instead,
      });
      const outcome = await (stop === undefined ? delivered : Promise.race([delivered, stopped]));
      if (outcome === 'stopped') throw new EhchError('unreachable', 'Nobody needs the answer any more.');
      if (outcome.state === 'answered') return outcome.answer;
      throw new EhchError(outcome.state, 'No answer came. What the server did is not known: ask again.');
    },
  };

  function serve(request: HttpRequest, sub: string | null): HttpResponse {
    return serveAndRecord(server, request, { by, session: sub, at: time.now() }, served);
  }
}

/** Hands a request to the server, and records what it changed. */
export function serveAndRecord(
  server: FhirServer,
  request: HttpRequest,
  from: Pick<ServedRequest, 'by' | 'session' | 'at'>,
  served: (request: ServedRequest) => void,
): HttpResponse {
  const before = server.writes().length;
  const { method, url, headers, body } = request;
  const answer = server.request({ method, url, headers, body });
  const textOf = (type: string, id: string, version: string | null) =>
    version === null ? null : (server.repository.version(type, id, Number(version))?.json ?? null);
  const writes = server
    .writes()
    .slice(before)
    .map((write) => ({
      ...write,
      text: textOf(write.type, write.id, write.version),
      previousText: textOf(write.type, write.id, write.previous),
    }));
  served({ ...from, request, status: answer.status, writes });
  return answer;
}

function isWrite({ method, url }: HttpRequest): boolean {
  return method !== 'GET' && !/\/_search(\?|$)/.test(url);
}

/** 503 comes from a gateway, which speaks no FHIR. */
function instead(status: 500 | 503): HttpResponse {
  if (status === 503) return { status, headers: { 'content-type': 'text/html' }, text: HTML_503 };
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
  return { status, headers: { 'content-type': 'application/fhir+json' }, text: JSON.stringify(outcome) };
}
