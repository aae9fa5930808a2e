import { Refusal } from '../refusal.ts';
import type { WireAnswer } from '../server/wire.ts';
import { parseJson } from './body.ts';
import type { Answer, ServerContext } from './call.ts';
import { outcomeOf } from './outcome.ts';

/** A request below the base path, with header names in lower case. */
export interface Inbound {
  readonly method: string;
  /** Relative to the base, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Answers a request below the base path. It never throws: every failure becomes an OperationOutcome.
 *
 * @param authorise gives the context that answers, or throws a `Refusal`. Anybody may read `metadata`
 */
export function handle(
  context: ServerContext,
  request: Inbound,
  authorise: (request: Inbound) => ServerContext,
): WireAnswer {
  try {
    const allowed = request.url.split('?')[0] === 'metadata' ? context : authorise(request);
    refuseAddress(context, request);
    refuseUnlessJson(
      new URLSearchParams(request.url.split('?')[1]).get('_format') ?? request.headers['accept'],
    );
    return wire(answer(allowed, request));
  } catch (error) {
    if (!(error instanceof Refusal)) process.stderr.write(placesOf(error));
    return wire(outcomeOf(error));
  }
}

/** The stack of an unforeseen failure, without its message, which may quote a record. */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'A failure that is no Error.\n';
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...places, ''].join('\n');
}

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

function answer(context: ServerContext, { method, url, headers, body }: Inbound): Answer {
  const contentType = headers['content-type'] ?? '';
  if (method === 'POST' && /\/_search(\?|$)/.test(url)) {
    // A POSTed search has its parameters in the form and in the address.
    const form = contentType.startsWith('application/x-www-form-urlencoded') ? body : '';
    const joined = [url.split('?')[1] ?? '', form].filter((part) => part !== '').join('&');
    return context.dispatch({ method, url: `${url.split('?')[0]}?${joined}`, headers, body: undefined });
  }
  const parsed = WITH_BODY.has(method) ? parseJson(body, contentType) : undefined;
  return context.dispatch({ method, url, headers, body: parsed });
}

/** Refuses what a strict server refuses. @throws {Refusal} 414 for a long address, 405 for a search by POST */
function refuseAddress({ base, traits }: ServerContext, { method, url }: Inbound): void {
  if (base.length + 1 + url.length > traits.longestAddress)
    throw new Refusal(414, 'too-costly', 'The address is longer than this server takes.');
  if (!traits.postSearch && method === 'POST' && /\/_search(\?|$)/.test(url))
    throw new Refusal(405, 'not-supported', 'This server does not search by POST.', { Allow: 'GET' });
}

function refuseUnlessJson(accept: string | undefined): void {
  if (accept === undefined || /json|\*\/\*|application\/\*/.test(accept)) return;
  throw new Refusal(406, 'not-supported', 'This server speaks application/fhir+json only.');
}

/** An answer in the form that goes over the wire. */
export function wire(answer: Answer): WireAnswer {
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: answer.status,
    headers: {
      ...(Object.fromEntries(headers) as Record<string, string>),
      ...(answer.resource ? { 'content-type': 'application/fhir+json; charset=utf-8' } : {}),
      'cache-control': 'no-store',
    },
    text: answer.resource ? JSON.stringify(answer.resource) : '',
  };
}
