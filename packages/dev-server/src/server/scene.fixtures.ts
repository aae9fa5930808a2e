import type { FhirResource } from '../resource.ts';
import { createFhirServer, type FhirServer, type FhirServerOptions } from './fhir-server.ts';
import type { Entry, Heard } from '../asking.fixtures.ts';

/** A server without a socket, a clock that the test moves, and a plain client. */
export interface Scene {
  readonly fhir: FhirServer;
  /** Moves the server's clock. */
  pass(ms: number): void;
  get(url: string, headers?: Record<string, string>): Told;
  put(resource: FhirResource, headers?: Record<string, string>): Told;
  post(url: string, resource: unknown, headers?: Record<string, string>): Told;
  remove(url: string, headers?: Record<string, string>): Told;
  patch(url: string, operations: unknown, headers?: Record<string, string>): Told;
  send(type: 'batch' | 'transaction', entry: readonly object[], headers?: Record<string, string>): Told;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Heard['body'];
}

const START = Date.parse('2027-01-15T09:00:00Z');

export function scene(options: FhirServerOptions = {}): Scene {
  let now = START;
  const fhir = createFhirServer({ clock: () => now, random: () => 0.5, ...options });
  const ask = (method: string, url: string, body: unknown, headers: Record<string, string> = {}): Told => {
    const { text, ...answer } = fhir.request({
      method,
      url,
      headers: { 'content-type': 'application/fhir+json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { ...answer, body: (text === '' ? {} : JSON.parse(text)) as Heard['body'] };
  };
  return {
    fhir,
    pass: (ms) => {
      now += ms;
    },
    get: (url, headers) => ask('GET', url, undefined, headers),
    put: (resource, headers) => ask('PUT', `${resource.resourceType}/${resource.id}`, resource, headers),
    post: (url, resource, headers) => ask('POST', url, resource, headers),
    remove: (url, headers) => ask('DELETE', url, undefined, headers),
    patch: (url, operations, headers) =>
      ask('PATCH', url, operations, { 'content-type': 'application/json-patch+json', ...headers }),
    send: (type, entry, headers) => ask('POST', '', { resourceType: 'Bundle', type, entry }, headers),
  };
}

/** The ids in a Bundle, matches and includes alike. */
export function idsIn({ body }: Told): string[] {
  return (body.entry ?? []).map((entry: Entry) => entry.resource?.id ?? '');
}

export function nextOf({ body }: Told): string {
  return body.link?.find(({ relation }) => relation === 'next')?.url ?? '';
}
