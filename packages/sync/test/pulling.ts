import {
  createFhirServer,
  type FhirResource,
  type FhirServer,
  type FhirServerOptions,
} from '@ehch/dev-server';
import { EhchError, type PlaceConfiguration } from '@ehch/clinical';
import { openMemoryStore, SERVER_SOURCE, type Store } from '@ehch/store';
import type { Http } from '../src/http/http.ts';
import { ALL_PULL_GUARDS } from '../src/pull/guards.ts';
import { createPull, type Pull, type PullEnd, type PullPorts } from '../src/pull/pull.ts';
import { serverClock } from '../src/steps/answer-age.ts';
import type { Timing } from '../src/timing.ts';
import { place as placeOf } from './connected-engine.ts';

const START = Date.parse('2026-11-21T09:00:00Z');
const BASE = 'https://record.test/fhir';
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A server, a store and the pull between them, in virtual time. */
export interface Pulling {
  readonly server: FhirServer;
  readonly store: Store;
  pull: Pull;
  /** Every address that was asked for, with the form of a POSTed search. */
  readonly asked: string[];
  /** Residents' records that were reported as changed. */
  readonly changed: string[];
  readonly place: PlaceConfiguration;
  now(): number;
  pass(ms: number): void;
  /** Steps until nothing is due. Fails after too many steps. */
  settle(pull?: Pull): Promise<readonly PullEnd[]>;
  /** Lets time pass in parts, and settles after each. */
  run(ms: number, everyMs?: number): Promise<void>;
  /** What a leader does who looks once a minute, as a worker does it after its longest sleep. */
  watch(ms: number): Promise<void>;
  /** Another worker on the same store, as after a restart. */
  restart(more?: Partial<PullPorts>): Promise<Pull>;
  put(...resources: readonly FhirResource[]): void;
  remove(type: string, id: string): void;
  /** What the store has of a type, by id, as the server's text. */
  cached(type: string, residents?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What the server has of a type. */
  served(type: string): ReadonlyMap<string, string>;
  /** Comes between the pull and the server. */
  between: (
    request: Parameters<Http['request']>[0],
    go: () => ReturnType<FhirServer['request']>,
  ) => ReturnType<FhirServer['request']>;
}

export async function pulling(
  resources: readonly FhirResource[],
  {
    server: options = {},
    ports = {},
    place = placeOf({ kind: 'group', id: 'roster' }),
    store = openMemoryStore(),
  }: {
    readonly server?: FhirServerOptions;
    readonly ports?: Partial<PullPorts>;
    readonly place?: PlaceConfiguration;
    readonly store?: Store;
  } = {},
): Promise<Pulling> {
  let now = START;
  const server = createFhirServer({
    base: BASE,
    clock: () => now,
    // A server that dates a write back by chance would make a test fail by chance.
    random: () => 0.5,
    resources,
    ...options,
  });
  const timing: Timing = {
    now: () => now,
    wait: async (ms) => void (now += ms),
    random: () => 0.5,
  };
  const asked: string[] = [];
  const changed: string[] = [];
  const http: Http = {
    async request(request, stop) {
      if (stop?.aborted) throw new EhchError('unreachable', 'Stopped.');
      asked.push(
        `${request.method} ${decodeURIComponent(request.url.slice(BASE.length + 1))} ${request.body ?? ''}`.trim(),
      );
      return self.between(request, () => server.request(request));
    },
  };
  const open = async (more: Partial<PullPorts> = {}): Promise<Pull> =>
    createPull({
      http,
      base: BASE,
      deadlineMs: 25_000,
      clock: serverClock(),
      server: { refusesPostSearch: false },
      store,
      place,
      timing,
      now: () => new Date(now).toISOString(),
      onChange: (residents) => changed.push(...residents),
      guards: ALL_PULL_GUARDS,
      // A few hundred rows make several pages.
      rowsAPage: 200,
      // Each step asks once, so that a test can come between any two requests.
      gatherMs: 0,
      ...ports,
      ...more,
      epoch: await store.leadership.begin(),
    });
  const self: Pulling = {
    server,
    store,
    pull: await open(),
    asked,
    changed,
    place,
    now: () => now,
    pass: (ms) => void (now += ms),
    async restart(more) {
      return (self.pull = await open(more));
    },
    between: (_request, go) => go(),
    async settle(pull = self.pull) {
      const ends: PullEnd[] = [];
      for (let steps = 0; steps < 5_000; steps++) {
        // A test that never settles must still be able to time out.
        if (steps % 100 === 99) await new Promise((resolve) => setImmediate(resolve));
        const end = await pull.step();
        if (end.state === 'idle') {
          // A wait after a failure is part of settling.
          const due = pull.nextAt();
          if (due <= now)
            throw new Error('Nothing was done, and yet something is due: a worker would never sleep.');
          if (ends.at(-1)?.state !== 'failed' || due - now > 10 * MINUTE) return ends;
          now = Math.max(now, due);
        }
        ends.push(end);
      }
      throw new Error(`never settled: ${asked.slice(-5).join('\n')}`);
    },
    async run(ms, everyMs = MINUTE) {
      for (const until = now + ms; now < until;) {
        now += everyMs;
        await self.settle();
      }
    },
    async watch(ms) {
      for (const until = now + ms; now < until; now += MINUTE) {
        let end = await self.pull.step();
        while (end.state === 'did') end = await self.pull.step();
      }
    },
    put(...all) {
      for (const resource of all) {
        const { status, text } = server.request({
          method: 'PUT',
          url: `${BASE}/${resource.resourceType}/${resource.id}`,
          headers: { 'content-type': 'application/fhir+json' },
          body: JSON.stringify(resource),
        });
        if (status >= 300) throw new Error(text);
      }
    },
    remove(type, id) {
      const { status, text } = server.request({ method: 'DELETE', url: `${BASE}/${type}/${id}` });
      if (status >= 300) throw new Error(text);
    },
    async cached(type, residents = ['agnes', 'bertha']) {
      const copies = store.records(SERVER_SOURCE);
      const found = new Map<string, string>();
      for (const resident of residents)
        for (const one of (await copies.read(resident)).resources)
          if (one.type === type) found.set(one.id, one.text);
      return byId(found);
    },
    served(type) {
      return byId(server.repository.living(type).map(({ id, json }): [string, string] => [id, json ?? '']));
    },
  };
  return self;
}

function byId(texts: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map([...texts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

export const condition = (id: string, patient: string, text = id): FhirResource => ({
  resourceType: 'Condition',
  id,
  subject: { reference: `Patient/${patient}` },
  code: { text },
});

/** Two people and their roster. */
export const home: readonly FhirResource[] = [
  ...['agnes', 'bertha'].map((id) => ({
    resourceType: 'Patient',
    id,
    name: [{ family: id === 'agnes' ? 'Ashdown' : 'Birchall', given: [id] }],
    birthDate: '1941-07-14',
  })),
  {
    resourceType: 'Group',
    id: 'roster',
    type: 'person',
    actual: true,
    member: ['agnes', 'bertha'].map((id) => ({ entity: { reference: `Patient/${id}` } })),
  },
];

/** An operation that the server accepted: its body is the cached copy. */
export async function acceptOwn({ store, served }: Pulling, id: string): Promise<void> {
  const text = served('Condition').get(id) ?? '';
  const { meta } = JSON.parse(text) as { meta: { versionId: string; lastUpdated: string } };
  await store.outbox.enqueue({
    format: 1,
    intent: `intent-${id}`,
    resident: 'agnes',
    class: 'clinical',
    author: { sub: 'nurse', display: 'Nurse', reference: null, role: null },
    pressedAt: '2026-11-21T09:00:00Z',
    clockOffsetMs: null,
    dependsOn: [],
    parts: [{ op: 'create', type: 'Condition', id, body: text }],
    about: null,
  });
  const [entry] = await store.outbox.entries();
  const body = { type: 'Condition', id, version: meta.versionId, updated: meta.lastUpdated, text };
  await store.outbox.change(entry?.n ?? 0, ['queued'], null, {
    kind: 'accept',
    at: '2026-11-21T13:00:00Z',
    bodies: [body],
  });
}
