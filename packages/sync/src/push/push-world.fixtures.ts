import { randomUUID } from 'node:crypto';
import { EhchError } from '@ehch/clinical';
import { createFhirServer, type FhirResource, type FhirServer } from '@ehch/dev-server';
import {
  ALL_STORE_GUARDS,
  openMemoryStore,
  type Operation,
  type OutboxEntry,
  type Store,
  type StoreGuards,
} from '@ehch/store';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { probeServer } from '../probe/probe.ts';
import {
  httpOf,
  ignoring,
  withoutClientIds,
  withoutHistory,
  withoutTransactions,
} from '../probe/personalities.fixtures.ts';
import { profileOf, type ServerProfile } from '../probe/server-profile.ts';
import type { SenderAtHome } from './context.ts';
import { createPush, type Push } from './create-push.ts';
import { NURSE } from './entries.fixtures.ts';
import { ALL_GUARDS, type PushGuards } from './guards.ts';

const START = Date.parse('2026-11-21T14:00:00Z');
export const MINUTE = 60_000;

/** What the network does to a request. `null`: nothing. */
export type Fate =
  | 'ends-before'
  | 'ends-after'
  | 'lost'
  | 'answer-lost'
  | '500-after'
  | '502-after'
  | 'twice'
  | HttpResponse
  | null;

const BEHAVIOURS = {
  A: (http: Http): Http => http,
  'A, If-None-Match ignored': (http: Http): Http => ignoring(http, 'if-none-match'),
  'A-': withoutTransactions,
  'A-, no history': (http: Http): Http => withoutTransactions(withoutHistory(http)),
  B: withoutClientIds,
  'B, single requests': (http: Http): Http => withoutTransactions(withoutClientIds(http)),
} as const;
export type Behaviour = keyof typeof BEHAVIOURS;
export const LEVELS = Object.keys(BEHAVIOURS) as Behaviour[];

/** A server, a network, a device and a person, in virtual time. */
export interface World {
  readonly server: FhirServer;
  readonly store: Store;
  readonly profile: ServerProfile;
  readonly push: Push;
  /** Every request as it left the device. */
  readonly requests: HttpRequest[];
  /** Milliseconds by the device's clock, and by the server's. */
  clock: { device: number; server: number };
  who: SenderAtHome | null;
  fate: (request: HttpRequest, count: number) => Fate;
  press(operation: Operation): Promise<unknown>;
  /** Runs until nothing can go by itself, the context ends, or virtual minutes have passed. */
  run(minutes?: number): Promise<void>;
  pass(ms: number): void;
  /** Another engine on the same device, as after a restart. */
  restart(): Promise<void>;
  entries(): Promise<readonly OutboxEntry[]>;
  read(address: string): Record<string, unknown>;
  /** Sends a request again, as a proxy might, much later. */
  deliverAgain(request: HttpRequest): HttpResponse;
  close(): void;
}

export const signedIn = (who: typeof NURSE): SenderAtHome => ({ ...who, home: 'home-1' });

export async function pushWorld({
  behaviour = 'A',
  personality = '',
  resources = [],
  guards = ALL_GUARDS,
  storeGuards = ALL_STORE_GUARDS,
  through = (http) => http,
}: {
  behaviour?: Behaviour;
  personality?: string;
  resources?: readonly FhirResource[];
  guards?: PushGuards;
  storeGuards?: StoreGuards;
  /** What stands between the server and the probe as well. */
  through?: (http: Http) => Http;
} = {}): Promise<World> {
  const clock = { device: START, server: START };
  const server = createFhirServer({ clock: () => clock.server, personality });
  const behaving = BEHAVIOURS[behaviour](through(httpOf(server)));
  const profile = profileOf(
    await probeServer({ http: behaving, base: server.base, deadlineMs: 1, newId: randomUUID }),
  );
  server.load(resources);
  const store = openMemoryStore({ guards: storeGuards });
  let seed = 11;
  let epoch = await store.leadership.begin();
  const world: World = {
    server,
    store,
    profile,
    clock,
    requests: [],
    who: signedIn(NURSE),
    fate: () => null,
    get push() {
      return push;
    },
    press: (operation) => store.outbox.enqueue(operation),
    run,
    pass: (ms) => {
      clock.device += ms;
      clock.server += ms;
    },
    restart: async () => {
      epoch = await store.leadership.begin();
      push = start();
    },
    entries: () => store.outbox.entries(),
    read: (address) =>
      JSON.parse(server.request({ method: 'GET', url: address }).text) as Record<string, unknown>,
    deliverAgain: (request) => server.request(request),
    close: () => server.close(),
  };
  const http: Http = {
    request: async (request) => {
      world.requests.push(request);
      const fate = world.fate(request, world.requests.length);
      if (fate === 'ends-before') return ended();
      if (fate === 'lost') throw new EhchError('unreachable', 'Lost before the server.');
      if (fate !== null && typeof fate === 'object') return fate;
      const answer = await behaving.request(request);
      if (fate === 'twice') await behaving.request(request);
      if (fate === 'ends-after') return ended();
      if (fate === 'answer-lost') throw new EhchError('timeout', 'Lost after the server.');
      if (fate === '500-after') return { status: 500, headers: {}, text: '' };
      if (fate === '502-after') return { status: 502, headers: {}, text: '<html>Bad gateway</html>' };
      return answer;
    },
  };
  let hasEnded = (): void => undefined;
  /** The context ends at this place: the request is never heard of again, and nothing after it runs. */
  function ended(): Promise<HttpResponse> {
    hasEnded();
    return new Promise(() => undefined);
  }
  let push = start();
  return world;

  function start(): Push {
    const timing = {
      now: () => clock.device,
      wait: async () => undefined,
      random: () => (seed = (seed * 16807) % 2147483647) / 2147483647,
    };
    return createPush(
      { store, http, base: server.base, profile, timing, epoch: () => epoch, whoIsSignedIn: () => world.who },
      guards,
    );
  }

  async function run(minutes = 60): Promise<void> {
    const end = clock.device + minutes * MINUTE;
    for (let steps = 0; steps < 5000 && clock.device <= end; steps++) {
      const ending = new Promise<'ended'>((resolve) => (hasEnded = () => resolve('ended')));
      const did = await Promise.race([push.step(), ending]);
      if (did === 'ended') return;
      if (did === 'idle') return;
      if (did === 'worked') continue;
      const next = await push.nextAt();
      if (next === null) return;
      world.pass(Math.max(1, Math.min(next, end + 1) - clock.device));
    }
  }
}
