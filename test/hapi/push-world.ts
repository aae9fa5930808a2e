import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EhchError } from '../../packages/clinical/src/index.ts';
import {
  openMemoryStore,
  type Operation,
  type OutboxEntry,
  type Store,
} from '../../packages/store/src/index.ts';
import { fetchHttp } from '../../packages/sync/src/http/fetch-http.ts';
import type { Http, HttpRequest } from '../../packages/sync/src/http/http.ts';
import { probeServer } from '../../packages/sync/src/probe/probe.ts';
import { profileOf, type ServerProfile } from '../../packages/sync/src/probe/server-profile.ts';
import { createPush, type Push } from '../../packages/sync/src/push/create-push.ts';
import { author } from '../emitted/everything.ts';
import { BASE } from './hapi.ts';

/** The push, unchanged, against HAPI. Only its clock is virtual, so that no test waits for a back-off. */
export interface HapiPush {
  readonly store: Store;
  readonly push: Push;
  readonly profile: ServerProfile;
  readonly requests: readonly HttpRequest[];
  /** Loses the next answer to a write, after the server has carried it out. */
  loseNextAnswer(): void;
  press(operation: Operation): Promise<unknown>;
  /** Runs until nothing can go by itself. */
  run(): Promise<readonly OutboxEntry[]>;
}

const real = fetchHttp(fetch);

/** What the probe finds, by the server's address. Each run tries it out once. */
const found = new Map<string, Promise<ServerProfile>>();
export function profile(base = BASE): Promise<ServerProfile> {
  assert.ok(base !== null);
  const known =
    found.get(base) ??
    probeServer({ http: real, base, deadlineMs: 60_000, newId: randomUUID }).then(profileOf);
  found.set(base, known);
  return known;
}

export async function hapiPush({ base = BASE, store = openMemoryStore() } = {}): Promise<HapiPush> {
  assert.ok(base !== null);
  const requests: HttpRequest[] = [];
  const known = await profile(base);
  // A pull on the same store may lead already, and both are of one leader.
  const epoch = (await store.leadership.current()) || (await store.leadership.begin());
  let isLosing = false;
  let now = Date.now();
  const http: Http = {
    request: async (request) => {
      requests.push(request);
      const answer = await real.request({ ...request, deadlineMs: 120_000 });
      if (!isLosing || request.method === 'GET') return answer;
      isLosing = false;
      throw new EhchError('timeout', 'The answer was lost on its way.');
    },
  };
  const push = createPush({
    store,
    http,
    base,
    profile: known,
    timing: { now: () => now, wait: async () => undefined, random: () => 0.5 },
    epoch: () => epoch,
    whoIsSignedIn: () => ({ ...author, home: 'home-1' }),
  });
  return {
    store,
    push,
    profile: known,
    requests,
    loseNextAnswer: () => {
      isLosing = true;
    },
    press: (operation) => store.outbox.enqueue(operation),
    run: async () => {
      for (let steps = 0; steps < 200; steps++) {
        const did = await push.step();
        if (did === 'worked') continue;
        const next = did === 'idle' ? null : await push.nextAt();
        if (next === null) return store.outbox.entries();
        now = Math.max(now + 1, next);
      }
      throw new Error('The push did not come to rest.');
    },
  };
}
