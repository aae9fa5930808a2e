import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { profileFor } from './kept-profile.ts';
import {
  httpOf,
  ignoring,
  withoutAtomicity,
  withoutClientIds,
  withoutHistory,
  withoutTransactions,
} from './personalities.fixtures.ts';
import { probeServer } from './probe.ts';
import { profileOf } from './server-profile.ts';

const ports = (http: Http, base: string) => ({ http, base, deadlineMs: 25_000, newId: randomUUID });

const all = (http: Http): Http => http;
for (const [what, behaviour, expected] of [
  [
    'complete',
    all,
    { level: 'A', create: 'put', hasHistory: true, ignoresIfMatch: false, ignoresIfNoneMatch: false },
  ],
  [
    'If-None-Match ignored',
    (http: Http) => ignoring(http, 'if-none-match'),
    { level: 'A', create: 'post', ignoresIfNoneMatch: true },
  ],
  ['If-Match ignored', (http: Http) => ignoring(http, 'if-match'), { ignoresIfMatch: true, level: 'A-' }],
  ['no transactions', withoutTransactions, { level: 'A-', transactions: false, create: 'put' }],
  ['transactions that are none', withoutAtomicity, { level: 'A-', transactions: false }],
  ['ids of the server', withoutClientIds, { level: 'B', create: 'post', transactions: true }],
  [
    'ids of the server, no history',
    (http: Http) => withoutClientIds(withoutHistory(http)),
    { level: 'B', hasHistory: false },
  ],
  [
    'ids of the server, no conditions',
    (http: Http) => withoutClientIds(ignoring(http, 'if-none-exist')),
    { level: 'read-only' },
  ],
] as const) {
  test(`(34) the probe finds out how a server behaves, and leaves nothing behind: ${what}`, async () => {
    const server = createFhirServer();
    const profile = profileOf(await probeServer(ports(behaviour(httpOf(server)), server.base)));
    for (const [name, value] of Object.entries(expected))
      assert.equal(profile[name as keyof typeof profile], value, name);
    assert.deepEqual([...server.repository.counts()], []);
    server.close();
  });
}

for (const [status, code] of [
  [401, 'signed-out'],
  [403, 'forbidden'],
  [503, 'server-error'],
  [429, 'server-error'],
] as const) {
  test(`a server that did not let itself be tried (${status}) gets no profile`, async () => {
    const http: Http = { request: async (): Promise<HttpResponse> => ({ status, headers: {}, text: '' }) };
    await assert.rejects(
      probeServer(ports(http, 'https://record.example/fhir')),
      (error) => error instanceof EhchError && error.code === code,
    );
  });
}

/** What no server answers of itself: the network drops in the middle of a probe, or the server is busy for a moment. */
const GAPS: readonly (readonly [string, () => HttpResponse])[] = [
  [
    'the network drops',
    () => {
      throw new EhchError('unreachable', 'No network.');
    },
  ],
  ['the server is busy', () => ({ status: 503, headers: {}, text: '' })],
];

/** Counts the requests of a probe, and answers some of them otherwise. */
function counting(http: Http, inGap: (n: number) => boolean, answer: () => HttpResponse) {
  const counted = {
    n: 0,
    http: {
      request: async (request: HttpRequest) => {
        counted.n++;
        return inGap(counted.n) ? answer() : http.request(request);
      },
    },
  };
  return counted;
}

for (const [what, answer] of GAPS) {
  test(`(P1) a moment in which ${what} says nothing about the server, wherever in the probe it comes`, async () => {
    const server = createFhirServer();
    const whole = await probeServer(ports(httpOf(server), server.base));
    const { n } = await countOf(server.base, httpOf(server));
    for (let at = 1; at <= n; at++) {
      const { http } = counting(httpOf(server), (request) => request === at, answer);
      const found = await probeServer(ports(http, server.base)).catch((error: unknown) => {
        assert.ok(error instanceof EhchError);
        return null;
      });
      if (found !== null) assert.deepEqual(found, whole, `at request ${at} of ${n}`);
    }
    server.close();
  });

  test(`(P1) a probe in which ${what} and stays away gives no profile`, async () => {
    const server = createFhirServer();
    const { n } = await countOf(server.base, httpOf(server));
    for (let at = 1; at < n - DELETIONS; at++) {
      const { http } = counting(httpOf(server), (request) => request >= at, answer);
      await assert.rejects(probeServer(ports(http, server.base)), EhchError, `from request ${at} of ${n}`);
    }
    server.close();
  });
}

/** The requests at the end of a probe that only clear up. */
const DELETIONS = 3;

async function countOf(base: string, http: Http) {
  const counted = counting(
    http,
    () => false,
    () => ({ status: 500, headers: {}, text: '' }),
  );
  await probeServer(ports(counted.http, base));
  return counted;
}

test('(P1) two moments without a network, in one probe and in the next, leave no question open', async () => {
  const server = createFhirServer();
  const whole = await probeServer(ports(httpOf(server), server.base));
  let asked = 0;
  let histories = 0;
  const http: Http = {
    request: async (request) => {
      const isLost =
        ('if-none-match' in request.headers && asked++ === 0) ||
        (/Basic\/[^/]+\/_history$/.test(request.url) && histories++ === 1);
      if (isLost) throw new EhchError('unreachable', 'No network.');
      return httpOf(server).request(request);
    },
  };
  assert.deepEqual(await probeServer(ports(http, server.base)), whole);
  assert.deepEqual([asked, histories], [2, 2]);
  server.close();
});

test('(P1) a question that a browser never lets out stays without an answer, and the others have theirs', async () => {
  const server = createFhirServer();
  const whole = await probeServer(ports(httpOf(server), server.base));
  const http: Http = {
    request: async (request) => {
      if ('if-match' in request.headers)
        throw new EhchError('unreachable', 'The browser sent no such header.');
      return httpOf(server).request(request);
    },
  };
  assert.deepEqual(await probeServer(ports(http, server.base)), { ...whole, refusesStaleIfMatch: null });
  server.close();
});

test('an address that is no FHIR server is written to in no way', async () => {
  const http: Http = { request: async () => ({ status: 200, headers: {}, text: '<html>Welcome</html>' }) };
  await assert.rejects(probeServer(ports(http, 'https://record.example/fhir')), { code: 'malformed' });
});

test('a server is tried once a week, and keeps its profile while it cannot be tried', async () => {
  const server = createFhirServer();
  const { settings } = openMemoryStore();
  let requests = 0;
  let isDown = false;
  const http: Http = {
    request: async (request) => {
      requests++;
      if (isDown) throw new EhchError('unreachable', 'No network.');
      return httpOf(server).request(request);
    },
  };
  const at = (now: number, base = server.base) => profileFor(settings, { ...ports(http, base), now });
  assert.equal((await at(0)).level, 'A');
  const first = requests;
  assert.equal((await at(6 * 86_400_000)).level, 'A');
  assert.equal(requests, first);
  await at(8 * 86_400_000);
  assert.ok(requests > first);
  isDown = true;
  assert.equal((await at(20 * 86_400_000)).level, 'A');
  await assert.rejects(at(0, 'https://elsewhere.example/fhir'));
});
