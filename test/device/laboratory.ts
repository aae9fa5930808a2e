import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createFhirServer, type FhirResource, type FhirServer } from '../../packages/dev-server/src/index.ts';
import { NURSE } from '../../packages/sync/src/actions/actions.fixtures.ts';
import { serveAndRecord } from '../../packages/sync/test/chaos/fault-network.ts';
import type { ServedRequest } from '../../packages/sync/test/chaos/served-request.ts';

/** One moment at which a death could lose or double something, in words: "wrote outbox ack", "asked GET Patient". */
export type Moment = string;

/** One server with its own origin, and so with an empty device. */
export interface Ward {
  /** The address of the page, which keeps everything under this origin. */
  readonly url: string;
  readonly server: FhirServer;
  readonly served: readonly ServedRequest[];
  readonly moments: readonly Moment[];
  /** The tabs that have become the leader, in order. */
  readonly leaders: readonly string[];
  /** Whether the network is there. Without it every request ends without an answer. */
  isPluggedIn: boolean;
  /** Calls `kill` at the moment of this number, and answers nothing any more until it has settled. */
  dieAt(moment: number, kill: () => Promise<void>): void;
  /** Takes that back, as where the day was over before. */
  surviveAll(): void;
  /** Somebody at another system changes a resource. */
  change(type: string, id: string, to: (resource: FhirResource) => object): void;
}

export interface Laboratory {
  newWard(resources: Iterable<FhirResource>): Ward;
  close(): void;
}

const PAGE =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Device</title><link rel="icon" href="data:,"></head><body><script type="module" src="/device-page.js"></script></body></html>';

/** Builds the page once, and serves it under an origin for each ward. Browsers know every name under localhost. */
export async function openLaboratory(): Promise<Laboratory> {
  const files = await pageFiles();
  const wards = new Map<string, OneWard>();
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const ward = wards.get(url.hostname);
    if (ward !== undefined && /^\/(fhir|moment)\b/.test(url.pathname))
      return void ward.answer(request, response, url);
    const file = files.get(url.pathname);
    response.setHeader('content-type', url.pathname.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  return {
    newWard(resources) {
      const name = `ward-${wards.size + 1}.localhost`;
      const ward = new OneWard(`http://${name}:${port}`, resources);
      wards.set(name, ward);
      return ward;
    },
    close() {
      for (const ward of wards.values()) ward.server.close();
      http.closeAllConnections();
      http.close();
    },
  };
}

async function pageFiles(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: fileURLToPath(new URL('page/device-page.ts', import.meta.url)),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const files = outputs.map(
    (file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)] as const,
  );
  return new Map([['/', PAGE], ...files]);
}

class OneWard implements Ward {
  readonly url: string;
  readonly server: FhirServer;
  readonly served: ServedRequest[] = [];
  readonly moments: Moment[] = [];
  readonly leaders: string[] = [];
  isPluggedIn = true;
  #death: { readonly at: number; readonly kill: () => Promise<void> } | null = null;
  #dying: Promise<void> | null = null;

  constructor(url: string, resources: Iterable<FhirResource>) {
    this.url = url;
    this.server = createFhirServer({ base: `${url}/fhir`, resources });
  }

  dieAt(at: number, kill: () => Promise<void>): void {
    this.#death = { at, kill };
  }

  surviveAll(): void {
    this.#death = null;
  }

  change(type: string, id: string, to: (resource: FhirResource) => object): void {
    const now = JSON.parse(this.server.repository.newest(type, id)?.json ?? '{}') as FhirResource;
    const request = {
      method: 'PUT',
      url: `${this.server.base}/${type}/${id}`,
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(to(now)),
      deadlineMs: 1000,
    } as const;
    this.#serve(request, 'outside');
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname === '/moment') {
      const what = url.searchParams.get('what') ?? '';
      if (what === 'leads') this.leaders.push(url.searchParams.get('tab') ?? '');
      if (await this.#survives(what)) response.end();
      return;
    }
    const body = await textOf(request);
    if (!this.isPluggedIn) return void response.destroy();
    const name = `${request.method} ${url.pathname.replace(/^\/fhir\/?/, '').replace(/[0-9a-f]{8}-[-0-9a-f]{27}/g, 'ID')}`;
    // The connection's probe writes scratch resources alone, and begins anew until it was kept.
    const isProbe = /^\w+ (Basic|metadata)/.test(name) || body.includes('Connection probe');
    if (!isProbe && !(await this.#survives(`asked ${name}`))) return;
    const answer = this.#serve(
      {
        method: (request.method ?? 'GET') as ServedRequest['request']['method'],
        url: `${url.origin}${url.pathname}${url.search}`,
        headers: request.headers as Record<string, string>,
        body: body === '' ? null : body,
        deadlineMs: 25_000,
      },
      'ward',
    );
    if (!isProbe && !(await this.#survives(`answered ${name}`))) return;
    response.writeHead(answer.status, answer.headers).end(answer.text);
  }

  #serve(request: ServedRequest['request'], by: 'ward' | 'outside') {
    const session = by === 'ward' ? NURSE.sub : null;
    return serveAndRecord(this.server, request, { by, session, at: Date.now() }, (served) => {
      // The connection's probe writes over its own scratch resources on purpose.
      const writes = served.writes.filter(({ type }) => type !== 'Basic');
      this.served.push({ ...served, writes });
    });
  }

  /** Notes a moment. `false`: the browser dies at it, and hears no answer. */
  async #survives(what: Moment): Promise<boolean> {
    // Whatever a browser asks while it dies is answered to nobody.
    if (this.#dying !== null) {
      await this.#dying;
      return false;
    }
    const isLast = this.#death?.at === this.moments.push(what) - 1;
    if (!isLast || this.#death === null) return true;
    const { kill } = this.#death;
    this.#death = null;
    this.#dying = kill();
    await this.#dying;
    this.#dying = null;
    return false;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
