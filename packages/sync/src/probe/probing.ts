import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { textAt } from '@ehch/fhir';
import type { Http, HttpRequest } from '../http/http.ts';
import { isNotNow } from '../http/is-not-now.ts';
import { withinBase } from '../http/within-base.ts';

export interface ProbePorts {
  readonly http: Http;
  readonly base: string;
  readonly deadlineMs: number;
  /** Makes a new unique id, as `crypto.randomUUID` does. */
  readonly newId: () => string;
}

/** An answer of the server. `value` is its JSON, or `null`. */
export interface ProbeAnswer {
  readonly status: number;
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Something answered that is no FHIR server: a sign-in page, a gateway. An empty answer may be the server's own. */
  readonly isForeign: boolean;
}

/** The questions of a probe. */
export interface Probe extends ProbePorts {
  /** @throws {EhchError} if no answer came, or one that says "not now" */
  ask(
    method: HttpRequest['method'],
    path: string,
    body?: string | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ProbeAnswer>;
  /**
   * The same for a question that a browser may refuse to send (CORS), or that the server may not bear. `null`: no
   * answer came, although the server is there.
   *
   * @throws {EhchError} as {@link refuseUnlessTried}, if the server is not there at all: that says nothing about the
   * question
   */
  tryAsk(...question: Parameters<Probe['ask']>): Promise<ProbeAnswer | null>;
  /** Remembers what has to be deleted at the end. */
  note(address: string | null): void;
  /** Whether each question has had an answer. */
  isWhole(): boolean;
}

export function probing(ports: ProbePorts, made: Set<string>): Probe {
  const { http, base, deadlineMs } = ports;
  let gaps = 0;
  const ask: Probe['ask'] = async (method, path, body = null, headers = {}) => {
    const answer = await http.request({
      method,
      url: withinBase(base, path),
      headers: {
        accept: 'application/fhir+json',
        prefer: 'return=representation',
        ...(body === null ? {} : { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      body,
      deadlineMs,
    });
    if (isNotNow(answer.status)) throw notNow();
    const value = jsonOf(answer.text);
    const isForeign = answer.text.trim() !== '' && textAt(value, 'resourceType') === null;
    return { status: answer.status, value, headers: answer.headers, isForeign };
  };
  return {
    ...ports,
    ask,
    tryAsk: (...question) =>
      ask(...question).catch(async (error: unknown) => {
        reportCaught(error, 'sync/probe');
        gaps++;
        // A plain question that every browser sends tells a refused question from a network that has gone.
        const [known = 'metadata'] = made;
        refuseUnlessTried(await ask('GET', known));
        return null;
      }),
    isWhole: () => gaps === 0,
    note: (address) => {
      if (address !== null) made.add(address);
    },
  };
}

/** The first resource of the probe, and whether its id is ours. */
export interface First {
  readonly address: string;
  readonly key: string;
  readonly isOurs: boolean;
  readonly version: string | null;
}

export function isDone({ status }: ProbeAnswer): boolean {
  return status >= 200 && status < 300;
}

/** A server that is down, lets nobody in, or is behind a page of something else, has shown nothing of itself. */
export function refuseUnlessTried({ status, isForeign }: ProbeAnswer): void {
  if (status === 401)
    throw new EhchError('signed-out', 'The server asks for a sign-in. Sign in, then try again.');
  if (status === 403)
    throw new EhchError('forbidden', 'The server lets this person write nothing. Ask its administrator.');
  if (isForeign)
    throw new EhchError(
      'malformed',
      'A page that is no FHIR answered, such as a sign-in page or a gateway. Look at the address, and sign in.',
    );
}

function notNow(): EhchError {
  return new EhchError(
    'server-error',
    'The server is not well at present, so it was not tried out. Try again later.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A server that is not FHIR answers in other forms. Its status counts, its text says nothing.
    return null;
  }
}
