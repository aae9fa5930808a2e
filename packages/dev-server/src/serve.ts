import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { EhchError } from '@ehch/clinical';
import { readText } from './http/body.ts';
import { corsHeaders, isLoopback, PREFLIGHT_HEADERS } from './http/cors.ts';
import { placesOf, wire } from './http/handle.ts';
import { outcomeOf } from './http/outcome.ts';
import { Refusal } from './refusal.ts';
import { createFhirServer, type FhirServer, type FhirServerOptions } from './server/fhir-server.ts';
import { SIGN_IN_PATHS } from './smart/sign-in.ts';
import type { Delivery } from './server/wire.ts';

/** The options of the server. The defaults suit tests: a free port, in memory, this machine only. */
export interface DevServerOptions extends Omit<FhirServerOptions, 'base' | 'file'> {
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
  /** Receives a line for each request: method, path and status. It leaves out the query, which may name a person. */
  readonly log?: (line: string) => void;
}

/** A FHIR server that listens on a port. */
export interface DevServer extends Pick<
  FhirServer,
  'repository' | 'setFaults' | 'setPersonality' | 'restore' | 'writes'
> {
  /** The FHIR base address: `http://127.0.0.1:8103/fhir`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts a FHIR R4 server in this process.
 *
 * @throws {EhchError} `bad-argument` for an unusable option, `unreachable` if the port cannot be opened
 */
export async function startDevServer(options: DevServerOptions = {}): Promise<DevServer> {
  const { port = 0, host = '127.0.0.1', publicHost = host, origins = [], database, log, ...rest } = options;
  let fhir: FhirServer;
  const server = createServer((request, response) => {
    // No failure here may end the process. The client's connection is closed.
    respond(request, response, fhir, { host, origins, log }).catch((error: unknown) => {
      // A client that hung up is not a failure of the server.
      if (!response.destroyed) process.stderr.write(placesOf(error));
      response.destroy();
    });
  });
  // Milliseconds, longer than a busy machine pauses: a closed connection would look like a server that has gone.
  server.keepAliveTimeout = 75_000;
  const actual = await listen(server, port, host);
  const url = `http://${publicHost}:${actual}/fhir`;
  try {
    fhir = createFhirServer({ ...rest, base: url, ...(database === undefined ? {} : { file: database }) });
  } catch (error) {
    server.close();
    throw error;
  }
  const { repository, setFaults, setPersonality, restore, writes } = fhir;
  return { url, port: actual, repository, setFaults, setPersonality, restore, writes, close };

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A fault may hang on purpose, so closing must not wait for open connections.
    server.closeAllConnections();
    await closed;
    fhir.close();
  }
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw new EhchError(
      'unreachable',
      `Port ${port} cannot be used. Choose another, or 0 for any free one.`,
      {
        cause,
      },
    );
  }
  return (server.address() as AddressInfo).port;
}

/** How the listener answers, whatever the server holds. */
interface Listening {
  readonly host: string;
  readonly origins: readonly string[];
  readonly log: DevServerOptions['log'];
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  fhir: FhirServer,
  { host, origins, log }: Listening,
): Promise<void> {
  const [pathname = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const search = query === undefined ? '' : `?${query}`;
  response.on('finish', () => log?.(`${request.method} ${pathname} ${response.statusCode}`));
  const cors = corsHeaders(request.headers.origin, origins);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...PREFLIGHT_HEADERS, ...cors }).end();
    return;
  }
  const isBeside = pathname.startsWith('/dev/') || SIGN_IN_PATHS.includes(pathname.slice(1));
  const under = isBeside || /^\/fhir(?:$|\/)/.test(pathname);
  const misdirected = host === '127.0.0.1' && !isLoopback(request.headers.host ?? '');
  if (!under || misdirected) {
    const refusal = under
      ? new Refusal(421, 'forbidden', 'This server answers for this machine only.')
      : new Refusal(404, 'not-found', 'The FHIR service is at /fhir.');
    await send(request, response, refused(refusal), cors);
    return;
  }
  const url = isBeside ? pathname : fhir.base + pathname.slice('/fhir'.length);
  // No program reads the sign-in page: it holds what presses its buttons.
  const readable = pathname === '/authorize' ? {} : cors;
  await send(request, response, await delivered(request, fhir, url + search), readable);
}

async function delivered(request: IncomingMessage, fhir: FhirServer, url: string): Promise<Delivery> {
  try {
    const body = await readText(request);
    return fhir.deliver({ method: request.method ?? 'GET', url, headers: joined(request), body });
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function joined(request: IncomingMessage): Record<string, string | undefined> {
  const headers = Object.entries(request.headers);
  return Object.fromEntries(
    headers.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function refused(refusal: Refusal): Delivery {
  return { answer: wire(outcomeOf(refusal)), afterMs: 0 };
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, afterMs, cut, parts }: Delivery,
  cors: Record<string, string>,
): Promise<void> {
  if (!answer) return;
  // A pending answer must not keep the process alive after everything else has ended.
  if (afterMs > 0) await wait(afterMs, undefined, { ref: false });
  const { status, headers, text } = answer;
  const bytes = Buffer.from(text);
  const sized = status !== 204 && status !== 304 && parts === undefined;
  const length = sized ? { 'content-length': String(bytes.length) } : {};
  response.writeHead(status, { ...cors, ...headers, ...length });
  if (cut !== undefined) {
    response.write(bytes.subarray(0, cut), () => response.destroy());
  } else if (parts !== undefined) {
    await pipeline(Readable.from(parts), response);
  } else {
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}
