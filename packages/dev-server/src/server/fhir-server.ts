import { EhchError } from '@ehch/clinical';
import type { Resource } from '@medplum/fhirtypes';
import { Tokens, type StaffMember } from '../auth/tokens.ts';
import { systemClock, type ServerClock } from '../clock.ts';
import { answerDevelopment } from '../development/endpoints.ts';
import type { ActiveFault } from '../faults/fault.ts';
import { Faults } from '../faults/faults.ts';
import type { ServerContext } from '../http/call.ts';
import { handle, wire, type Inbound } from '../http/handle.ts';
import { outcomeOf } from '../http/outcome.ts';
import { PageStore } from '../http/page-store.ts';
import { ServerMemory } from '../http/server-memory.ts';
import { traitsOf, type PersonalityChoice } from '../personality/registry.ts';
import type { Traits } from '../personality/traits.ts';
import { Refusal } from '../refusal.ts';
import { DevRepository } from '../repository/dev-repository.ts';
import type { AcceptedWrite } from '../repository/journal.ts';
import { isLegalId, type FhirResource } from '../resource.ts';
import { dispatchWithin } from '../smart/scope-check.ts';
import { createSignIn, SIGN_IN_PATHS, type SignInOptions } from '../smart/sign-in.ts';
import { LateRequests } from './late-requests.ts';
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
  /** How the server behaves where real servers differ: `hapi`, `medplum,index-lag:60`, or traits. */
  readonly personality?: PersonalityChoice;
  /** The people who may sign in. With them every request but `metadata` needs a token, unless `signIn` says otherwise. */
  readonly staff?: readonly StaffMember[];
  /** How they sign in. Without `staff` nobody does. */
  readonly signIn?: SignInOptions;
  /** The server's dice, for tests that repeat a run. */
  readonly random?: () => number;
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
  /** Every version that was accepted since the start, and what its writer claimed to know. The list goes on growing. */
  writes(): readonly AcceptedWrite[];
  /** Loads resources as versions of their own, without an entry in `writes`. */
  load(resources: Iterable<FhirResource | Resource>): void;
  /** Replaces the faults that are on. @throws {EhchError} `bad-argument` unless faults are allowed */
  setFaults(faults: readonly ActiveFault[]): void;
  /** Changes how the server behaves from now on. @throws {EhchError} `bad-argument` for a name unknown */
  setPersonality(personality: PersonalityChoice): void;
  /** Goes back to the data of a time, as a restored backup does. Version numbers are given again. */
  restore(to: number): void;
  close(): void;
}

/** Makes a FHIR R4 server in this process. @throws {EhchError} `bad-argument` for an unusable option */
export function createFhirServer(options: FhirServerOptions = {}): FhirServer {
  const { base = 'http://fhir.localhost/fhir', clock = systemClock, allowFaults = false } = options;
  const { random = Math.random } = options;
  let traits = traitsOf(options.personality ?? {});
  const faults = new Faults();
  if (options.faults) setFaults(options.faults);
  // A late request is done at the time at which it came, although nobody looks before the next one.
  let pinned: number | null = null;
  const now = (): number => pinned ?? clock();
  const repository = new DevRepository(options.file, now);
  const tokens = options.staff ? new Tokens(options.staff, now) : null;
  const signIn = tokens && createSignIn(tokens, base, now, options.signIn ?? {});
  const isTokenNeeded = options.signIn?.need !== 'optional';
  const late = new LateRequests<Inbound>();
  const shared = {
    repository,
    pages: new PageStore(),
    memory: new ServerMemory(),
    base,
    now,
    random,
    signIn: signIn?.endpoints ?? null,
  };
  if (repository.counts().size === 0) load(options.resources ?? []);
  const server: FhirServer = {
    base,
    repository,
    request,
    deliver,
    writes,
    load,
    setFaults,
    setPersonality: (personality) => {
      traits = traitsOf(personality);
    },
    restore: (to) => {
      repository.restore(to);
      shared.memory.clear();
    },
    close: () => repository.close(),
  };
  return server;

  function request(asked: WireRequest): WireAnswer {
    const { answer, cut, parts } = deliver(asked);
    if (answer === null || cut !== undefined) {
      throw new EhchError('unreachable', 'The answer was lost on the way. Read before you send again.');
    }
    return parts === undefined ? answer : { ...answer, text: [...parts].join('') };
  }

  function deliver(asked: WireRequest): Delivery {
    doLate();
    const { inbound, room } = inboundOf(asked, base);
    const own = room === 'development' ? developmentAnswer(inbound) : signIn?.answer(inbound, room);
    const delivery = own ? { answer: own, afterMs: 0 } : withFaults(inbound);
    if (!delivery.answer) return delivery;
    const headers = { date: new Date(now()).toUTCString(), ...delivery.answer.headers };
    return { ...delivery, answer: { ...delivery.answer, headers } };
  }

  function developmentAnswer(inbound: Inbound): WireAnswer {
    return answerDevelopment({ server, tokens, sessions: signIn?.sessions ?? null, allowFaults }, inbound);
  }

  function withFaults(asked: Inbound): Delivery {
    try {
      const { inbound, chosen } = allowFaults ? choiceIn(asked) : { inbound: asked, chosen: undefined };
      const context = contextOf(chosen === undefined ? traits : traitsOf(chosen));
      const next = (url = inbound.url): WireAnswer => answer(context, { ...inbound, url });
      if (!allowFaults) return { answer: next(), afterMs: 0 };
      const again = (ms: number): void => late.add(now() + ms, inbound);
      return faults.answer({ context, inbound, next, again });
    } catch (error) {
      const message = error instanceof EhchError ? error.message : 'The fault failed.';
      return { answer: wire(outcomeOf(new Refusal(400, 'value', message))), afterMs: 0 };
    }
  }

  function answer(context: ServerContext, inbound: Inbound): WireAnswer {
    repository.beginRequest();
    return handle(context, inbound, ({ headers: { authorization } }) => {
      if (!tokens || (!isTokenNeeded && authorization === undefined)) return context;
      return contextOf(context.traits, tokens.holder(authorization).scope);
    });
  }

  function doLate(): void {
    for (const { due, request: inbound } of late.takeDue(now())) {
      pinned = due;
      answer(contextOf(traits), inbound);
      pinned = null;
    }
  }

  function contextOf(own: Traits, scope: readonly string[] | null = null): ServerContext {
    const context: ServerContext = {
      ...shared,
      traits: own,
      with: (changed) => contextOf({ ...own, ...changed }, scope),
      dispatch: (arrival) => dispatchWithin(context, scope, arrival),
    };
    return context;
  }

  function writes(): readonly AcceptedWrite[] {
    doLate();
    return repository.writes();
  }

  function setFaults(active: readonly ActiveFault[]): void {
    if (!allowFaults) throw new EhchError('bad-argument', 'Start the server with allowFaults to use faults.');
    faults.set(active);
  }

  function load(resources: Iterable<FhirResource | Resource>): void {
    try {
      loadInto(repository, resources);
    } catch (error) {
      repository.close();
      throw error;
    }
  }
}

type Room = 'fhir' | 'development' | 'sign-in';

/** Whose request it is. The development endpoints and those of sign-in lie beside the FHIR service. */
function inboundOf(
  { method, url, headers = {}, body }: WireRequest,
  base: string,
): { inbound: Inbound; room: Room } {
  const root = base.replace(/\/[^/]*$/, '');
  const below = url.startsWith(base) ? url.slice(base.length) : null;
  const beside = url.startsWith(`${root}/`) ? url.slice(root.length) : url;
  const room = below === null ? roomOf(beside) : 'fhir';
  const [path = '', query] = (below ?? (room === 'development' ? beside.slice('/dev'.length) : beside))
    .replace(/^\/+/, '')
    .split(/\?(.*)/s);
  const relative = path.replace(/\/$/, '') + (query === undefined ? '' : `?${query}`);
  const inbound = {
    method: method.toUpperCase(),
    url: relative,
    headers: lowerCased(headers),
    body: body ?? '',
  };
  return { inbound, room };
}

function roomOf(beside: string): Room {
  if (beside.startsWith('/dev/')) return 'development';
  const [path] = beside.split('?');
  return SIGN_IN_PATHS.some((known) => path === `/${known}`) ? 'sign-in' : 'fhir';
}

/** Takes the personality of one request out of it: a header, or `?personality=` where a page cannot set headers. */
function choiceIn(inbound: Inbound): { inbound: Inbound; chosen: string | undefined } {
  const [path = '', text = ''] = inbound.url.split(/\?(.*)/s);
  const query = new URLSearchParams(text);
  const chosen = inbound.headers['x-personality'] ?? query.get('personality') ?? undefined;
  if (!query.has('personality')) return { inbound, chosen };
  query.delete('personality');
  return { inbound: { ...inbound, url: query.size > 0 ? `${path}?${query}` : path }, chosen };
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
      repository.write(resource as FhirResource, resource.id, 'PUT');
    }
  });
}
