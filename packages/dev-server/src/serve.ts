import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EhchError } from '@ehch/clinical';
import type { Resource } from '@medplum/fhirtypes';
import { systemClock, type ServerClock } from './clock.ts';
import type { ActiveFault, FaultyAnswer } from './faults/fault.ts';
import { Faults } from './faults/faults.ts';
import type { ServerContext } from './http/call.ts';
import { corsHeaders, isLoopback, PREFLIGHT_HEADERS } from './http/cors.ts';
import { handle, placesOf, type RawAnswer } from './http/handle.ts';
import { outcomeOf } from './http/outcome.ts';
import { PageStore } from './http/page-store.ts';
import type { Personality } from './http/personality.ts';
import { dispatch } from './http/routes.ts';
import { Refusal } from './refusal.ts';
import { DevRepository } from './repository/dev-repository.ts';
import { isLegalId, type FhirResource } from './resource.ts';

/** The options of the server. The defaults suit tests: a free port, in memory, this machine only. */
export interface DevServerOptions {
  /** The resources to load, each with an id. A database that already has data is left as it is. */
  readonly resources?: Iterable<FhirResource | Resource>;
  /** The port. 0, the default, takes a free one. */
  readonly port?: number;
  /** The address to listen on. The default accepts connections from this machine only. */
  readonly host?: string;
  /** The name that clients use for this machine, such as `fhir.localhost`. Links use it. Defaults to `host`. */
  readonly publicHost?: string;
  /** Origins whose pages may read answers, besides those of this machine and extensions: `https://gp.example`. */
  readonly origins?: readonly string[];
  /** A SQLite file. The default keeps everything in memory. */
  readonly database?: string;
  /** The server's own time, for `lastUpdated`. */
  readonly clock?: ServerClock;
  /** Whether `X-Fault` and `setFaults` may switch faults on. Defaults to no. */
  readonly allowFaults?: boolean;
  readonly faults?: readonly ActiveFault[];
  /** How strict the server is where real servers differ. */
  readonly personality?: Personality;
  /** Receives a line for each request: method, path and status. It leaves out the query, which may name a person. */
  readonly log?: (line: string) => void;
}

export interface DevServer {
  /** The FHIR base address: `http://127.0.0.1:8103/fhir`. */
  readonly url: string;
  readonly port: number;
  /** The server's store, for tests that change data while a client reads. */
  readonly repository: DevRepository;
  /** Replaces the faults that are on. @throws {EhchError} `bad-argument` unless faults are allowed */
  setFaults(faults: readonly ActiveFault[]): void;
  close(): Promise<void>;
}

/**
 * Starts a FHIR R4 server in this process.
 *
 * @throws {EhchError} `bad-argument` for an unusable option, `unreachable` if the port cannot be opened
 */
export async function startDevServer(options: DevServerOptions = {}): Promise<DevServer> {
  const {
    port = 0,
    host = '127.0.0.1',
    publicHost = host,
    origins = [],
    database,
    clock = systemClock,
    allowFaults = false,
    personality = {},
    log,
  } = options;
  const repository = new DevRepository(database, clock);
  load(repository, options.resources ?? []);
  const faults = new Faults();
  const setFaults = (active: readonly ActiveFault[]): void => {
    if (!allowFaults) throw new EhchError('bad-argument', 'Start the server with allowFaults to use faults.');
    faults.set(active);
  };
  if (options.faults) setFaults(options.faults);

  let context: ServerContext;
  const answering = { host, origins, personality, faults: allowFaults ? faults : null, log };
  const server = createServer((request, response) => {
    // No failure here may end the process. The client's connection is closed.
    respond(request, response, context, answering).catch((error: unknown) => {
      process.stderr.write(placesOf(error));
      response.destroy();
    });
  });
  // Milliseconds, longer than a busy machine pauses: a closed connection would look like a server that has gone.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      repository.close();
      reject(
        new EhchError('unreachable', `Port ${port} cannot be used. Choose another, or 0 for any free one.`, {
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
  const actual = (server.address() as AddressInfo).port;
  const url = `http://${publicHost}:${actual}/fhir`;
  context = {
    repository,
    pages: new PageStore(),
    base: url,
    dispatch: (arrival) => dispatch(context, arrival),
  };
  return { url, port: actual, repository, setFaults, close };

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A fault may hang on purpose, so closing must not wait for open connections.
    server.closeAllConnections();
    await closed;
    repository.close();
  }
}

/** How a server answers, whatever it holds. */
interface Answering {
  readonly host: string;
  readonly origins: readonly string[];
  readonly personality: Personality;
  /** `null`: not allowed. */
  readonly faults: Faults | null;
  readonly log: DevServerOptions['log'];
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: ServerContext,
  { host, origins, personality, faults, log }: Answering,
): Promise<void> {
  const [pathname = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const search = query === undefined ? '' : `?${query}`;
  response.on('finish', () => log?.(`${request.method} ${pathname} ${response.statusCode}`));
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...PREFLIGHT_HEADERS, ...corsHeaders(request.headers.origin, origins) }).end();
    return;
  }
  const under = /^\/fhir(?:\/(.*))?$/.exec(pathname);
  const misdirected = host === '127.0.0.1' && !isLoopback(request.headers.host ?? '');
  if (!under || misdirected) {
    const refusal = under
      ? new Refusal(421, 'forbidden', 'This server answers for this machine only.')
      : new Refusal(404, 'not-found', 'The FHIR service is at /fhir.');
    send(request, response, refusalAnswer(refusal), origins);
    return;
  }
  const path = (under[1] ?? '').replace(/\/$/, '');
  const next = (): ReturnType<typeof handle> => handle(context, request, path + search, personality);
  const scene = { context, type: path.split('/')[0] ?? '' };
  const answer =
    faults === null ? next() : faults.answer(request.headers['x-fault']?.toString(), next, scene);
  send(request, response, await answer.catch(badFault), origins);
}

function load(repository: DevRepository, resources: Iterable<FhirResource | Resource>): void {
  if (repository.counts().size > 0) return;
  repository.transaction(() => {
    for (const resource of resources) {
      if (resource.id === undefined || !isLegalId(resource.id)) {
        throw new EhchError(
          'bad-argument',
          `A ${resource.resourceType} to load has no legal id. Give each resource an id.`,
        );
      }
      repository.write(resource as FhirResource, resource.id, 'PUT');
    }
  });
}

function badFault(error: unknown): FaultyAnswer {
  return refusalAnswer(
    new Refusal(400, 'value', error instanceof EhchError ? error.message : 'The fault failed.'),
  );
}

function refusalAnswer(refusal: Refusal): RawAnswer {
  const { status, resource } = outcomeOf(refusal);
  const headers = { 'Content-Type': 'application/fhir+json; charset=utf-8' };
  return { status, headers, text: JSON.stringify(resource) };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: FaultyAnswer,
  origins: readonly string[],
): void {
  if (!answer) return;
  const { status, headers, text, cut } = answer;
  const bytes = Buffer.from(text);
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': String(bytes.length) };
  response.writeHead(status, { ...corsHeaders(request.headers.origin, origins), ...headers, ...length });
  if (cut !== undefined) {
    response.write(bytes.subarray(0, cut), () => response.destroy());
  } else {
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}
