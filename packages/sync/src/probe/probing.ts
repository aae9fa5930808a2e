import { reportCaught } from '@ehch/clinical/diagnostics';
import { textAt } from '@ehch/fhir';
import type { Http, HttpRequest } from '../http/http.ts';
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
  ask(
    method: HttpRequest['method'],
    path: string,
    body?: string | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ProbeAnswer>;
  /** The same for a question that a browser may refuse to send (CORS). `null`: no answer came. */
  tryAsk(...question: Parameters<Probe['ask']>): Promise<ProbeAnswer | null>;
  /** Remembers what has to be deleted at the end. */
  note(address: string | null): void;
}

export function probing(ports: ProbePorts, made: Set<string>): Probe {
  const { http, base, deadlineMs } = ports;
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
    const value = jsonOf(answer.text);
    const isForeign = answer.text.trim() !== '' && textAt(value, 'resourceType') === null;
    return { status: answer.status, value, headers: answer.headers, isForeign };
  };
  return {
    ...ports,
    ask,
    tryAsk: (...question) =>
      ask(...question).catch((error: unknown) => {
        reportCaught(error, 'sync/probe');
        return null;
      }),
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A server that is not FHIR answers in other forms. Its status counts, its text says nothing.
    return null;
  }
}
