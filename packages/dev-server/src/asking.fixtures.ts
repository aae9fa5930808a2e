import type { FhirResource } from './resource.ts';
import { startDevServer, type DevServer, type DevServerOptions } from './serve.ts';

/** A parsed answer. `body` is `{}` if there was none. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly body: FhirResource & { readonly entry?: readonly Entry[]; readonly link?: readonly Link[] };
}

export interface Entry {
  readonly fullUrl?: string;
  readonly resource?: FhirResource;
  readonly search?: { readonly mode: string };
  readonly request?: { readonly method: string };
  readonly response?: {
    readonly status: string;
    readonly etag?: string;
    readonly location?: string;
    readonly outcome?: FhirResource;
  };
}

interface Link {
  readonly relation: string;
  readonly url: string;
}

export type Ask = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Heard>;

/** A fresh server and a plain client for it, over real HTTP. */
export async function openServer(options: DevServerOptions = {}): Promise<{ server: DevServer; ask: Ask }> {
  const server = await startDevServer(options);
  const ask: Ask = async (path, { json, ...init } = {}) => {
    const url = path.startsWith('http') ? path : server.url + path;
    const response = await fetch(url, {
      ...init,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      headers: {
        ...(json === undefined ? {} : { 'Content-Type': 'application/fhir+json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Heard['body'];
    return { status: response.status, headers: response.headers, body };
  };
  return { server, ask };
}

/** The matches of a searchset, by id. */
export function matches({ body }: Heard): string[] {
  return (body.entry ?? [])
    .filter((entry) => entry.search?.mode === 'match')
    .map((entry) => entry.resource?.id ?? '');
}

export function linkOf({ body }: Heard, relation: string): string | undefined {
  return body.link?.find((link) => link.relation === relation)?.url;
}

/** The first issue of an OperationOutcome: its severity and code. */
export function issueOf({ body }: Heard): string {
  const [issue] = (body['issue'] ?? []) as { severity: string; code: string }[];
  return body.resourceType === 'OperationOutcome' ? `${issue?.severity} ${issue?.code}` : body.resourceType;
}

export function patient(id: string, family = 'Test'): FhirResource {
  return { resourceType: 'Patient', id, name: [{ family, given: ['Ann'] }], birthDate: '1941-07-14' };
}

export function weight(id: string, of: string, kg: number, on: string): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
        ],
      },
    ],
    code: {
      coding: [
        { system: 'http://snomed.info/sct', code: '27113001' },
        { system: 'http://loinc.org', code: '29463-7' },
      ],
    },
    subject: { reference: `Patient/${of}` },
    effectiveDateTime: on,
    valueQuantity: { value: kg, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  };
}
