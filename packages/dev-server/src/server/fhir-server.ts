import { EhchError } from '@ehch/clinical';
import type { Resource } from '@medplum/fhirtypes';
import { systemClock, type ServerClock } from '../clock.ts';
import type { ActiveFault } from '../faults/fault.ts';
import { Faults } from '../faults/faults.ts';
import type { ServerContext } from '../http/call.ts';
import { handle, wire, type Inbound } from '../http/handle.ts';
import { outcomeOf } from '../http/outcome.ts';
import { PageStore } from '../http/page-store.ts';
import type { Personality } from '../http/personality.ts';
import { dispatch } from '../http/routes.ts';
import { Refusal } from '../refusal.ts';
import { DevRepository } from '../repository/dev-repository.ts';
import type { AcceptedWrite } from '../repository/journal.ts';
import { isLegalId, type FhirResource } from '../resource.ts';
import { lowerCased, type Delivery, type WireAnswer, type WireRequest } from './wire.ts';

export interface FhirServerOptions {
  /** The base address, without a slash at the end. Links in answers use it. */
  readonly base?: string;
  /** The resources to load, each with an id. A database that already has data is left as it is. */
  readonly resources?: Iterable<FhirResource | Resource>;
  /** A SQLite file. The default keeps everything in memory. */
  readonly file?: string;
  /** The server's own time, and its only one: `lastUpdated`, lags, caches, expiry and `Retry-After` come from it. */
  readonly clock?: ServerClock;
  /** Whether `X-Fault` and `setFaults` may switch faults on. Defaults to no. */
  readonly allowFaults?: boolean;
  readonly faults?: readonly ActiveFault[];
  /** How strict the server is where real servers differ. */
  readonly personality?: Personality;
}

/** A FHIR R4 server without a socket. Everything it does is done when a call returns. */
export interface FhirServer {
  readonly base: string;
  /** The server's store, for tests that change data while a client reads. */
  readonly repository: DevRepository;
  /** Answers a request. Delays of faults are left out. @throws {EhchError} `unreachable` if the answer is lost */
  request(request: WireRequest): WireAnswer;
  /** Answers a request, and says what the network does to the answer. */
  deliver(request: WireRequest): Delivery;
  /** Every version that was accepted since the start, with the version that its writer claimed to know. */
  writes(): readonly AcceptedWrite[];
  /** Loads resources as versions of their own, without an entry in `writes`. */
  load(resources: Iterable<FhirResource | Resource>): void;
  /** Replaces the faults that are on. @throws {EhchError} `bad-argument` unless faults are allowed */
  setFaults(faults: readonly ActiveFault[]): void;
  close(): void;
}

/** Makes a FHIR R4 server in this process. @throws {EhchError} `bad-argument` for an unusable option */
export function createFhirServer(options: FhirServerOptions = {}): FhirServer {
  const {
    base = 'http://fhir.localhost/fhir',
    clock = systemClock,
    allowFaults = false,
    personality = {},
  } = options;
  const repository = new DevRepository(options.file, clock);
  const faults = new Faults();
  const setFaults = (active: readonly ActiveFault[]): void => {
    if (!allowFaults) throw new EhchError('bad-argument', 'Start the server with allowFaults to use faults.');
    faults.set(active);
  };
  const context: ServerContext = {
    repository,
    pages: new PageStore(),
    base,
    dispatch: (arrival) => dispatch(context, arrival),
  };
  try {
    if (repository.counts().size === 0) loadInto(repository, options.resources ?? []);
    if (options.faults) setFaults(options.faults);
  } catch (error) {
    repository.close();
    throw error;
  }
  return { base, repository, request, deliver, writes, load, setFaults, close };

  function request(asked: WireRequest): WireAnswer {
    const { answer, cut, parts } = deliver(asked);
    if (answer === null || cut !== undefined) {
      throw new EhchError('unreachable', 'The answer was lost on the way. Read before you send again.');
    }
    return parts === undefined ? answer : { ...answer, text: [...parts].join('') };
  }

  function deliver(asked: WireRequest): Delivery {
    const inbound = inboundOf(asked, base);
    const next = (): WireAnswer => {
      repository.beginRequest();
      return handle(context, inbound, personality);
    };
    const date = new Date(clock()).toUTCString();
    const delivery = withFaults(inbound, next);
    const { answer } = delivery;
    return answer === null
      ? delivery
      : { ...delivery, answer: { ...answer, headers: { date, ...answer.headers } } };
  }

  function withFaults(inbound: Inbound, next: () => WireAnswer): Delivery {
    if (!allowFaults) return { answer: next(), afterMs: 0 };
    const type = /^[A-Za-z]*/.exec(inbound.url)?.[0] ?? '';
    try {
      return faults.answer(inbound.headers['x-fault'], next, { context, type });
    } catch (error) {
      const message = error instanceof EhchError ? error.message : 'The fault failed.';
      return { answer: wire(outcomeOf(new Refusal(400, 'value', message))), afterMs: 0 };
    }
  }

  function writes(): readonly AcceptedWrite[] {
    return repository.writes();
  }

  function load(resources: Iterable<FhirResource | Resource>): void {
    loadInto(repository, resources);
  }

  function close(): void {
    repository.close();
  }
}

function inboundOf({ method, url, headers = {}, body }: WireRequest, base: string): Inbound {
  const relative = (url.startsWith(base) ? url.slice(base.length) : url).replace(/^\/+/, '');
  const [path = '', query] = relative.split(/\?(.*)/s);
  return {
    method: method.toUpperCase(),
    url: path.replace(/\/$/, '') + (query === undefined ? '' : `?${query}`),
    headers: lowerCased(headers),
    body: body ?? '',
  };
}

function loadInto(repository: DevRepository, resources: Iterable<FhirResource | Resource>): void {
  repository.transaction(() => {
    for (const resource of resources) {
      if (resource.id === undefined || !isLegalId(resource.id)) {
        throw new EhchError(
          'bad-argument',
          `A ${resource.resourceType} to load has no legal id. Give each resource an id.`,
        );
      }
      repository.write(resource as FhirResource, resource.id, 'PUT', null);
    }
  });
}
