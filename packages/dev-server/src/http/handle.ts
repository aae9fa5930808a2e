import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';
import { parseJson, readText } from './body.ts';
import type { Answer, ServerContext } from './call.ts';
import { outcomeOf } from './outcome.ts';
import { refuseByPersonality, type Personality } from './personality.ts';

/** An answer in the form that goes over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Answers a request below the base path. It never throws: every failure becomes an OperationOutcome. */
export async function handle(
  context: ServerContext,
  request: IncomingMessage,
  url: string,
  personality: Personality,
): Promise<RawAnswer> {
  try {
    refuseByPersonality(personality, request.method ?? 'GET', url);
    const body = await readText(request);
    refuseUnlessJson(new URLSearchParams(url.split('?')[1]).get('_format') ?? request.headers.accept);
    return raw(answer(context, request, url, body));
  } catch (error) {
    // A client that hung up is not a failure of the server.
    if (!(error instanceof Refusal) && !request.destroyed) process.stderr.write(placesOf(error));
    return raw(outcomeOf(error));
  }
}

/** The stack of an unforeseen failure, without its message, which may quote a record. */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'A failure that is no Error.\n';
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...places, ''].join('\n');
}

function answer(context: ServerContext, request: IncomingMessage, url: string, body: string): Answer {
  const method = request.method ?? 'GET';
  const contentType = request.headers['content-type'] ?? '';
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  if (method === 'POST' && /\/_search(\?|$)/.test(url)) {
    // A POSTed search has its parameters in the form and in the address.
    const form = contentType.startsWith('application/x-www-form-urlencoded') ? body : '';
    const joined = [url.split('?')[1] ?? '', form].filter((part) => part !== '').join('&');
    return context.dispatch({ method, url: `${url.split('?')[0]}?${joined}`, headers, body: undefined });
  }
  const parsed = method === 'POST' || method === 'PUT' ? parseJson(body, contentType) : undefined;
  return context.dispatch({ method, url, headers, body: parsed });
}

function refuseUnlessJson(accept: string | undefined): void {
  if (accept === undefined || /json|\*\/\*|application\/\*/.test(accept)) return;
  throw new Refusal(406, 'not-supported', 'This server speaks application/fhir+json only.');
}

function raw(answer: Answer): RawAnswer {
  return {
    status: answer.status,
    headers: {
      ...answer.headers,
      ...(answer.resource ? { 'Content-Type': 'application/fhir+json; charset=utf-8' } : {}),
      'Cache-Control': 'no-store',
    },
    text: answer.resource ? JSON.stringify(answer.resource) : '',
  };
}
