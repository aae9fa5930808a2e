import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { fetchHttp, type FetchHttpOptions } from './fetch-http.ts';

const request = (url: string, deadlineMs = 5000) => ({
  method: 'GET' as const,
  url,
  headers: { accept: 'application/fhir+json' },
  body: null,
  deadlineMs,
});
const code = (expected: string) => (error: unknown) => error instanceof EhchError && error.code === expected;

async function withServer(answer: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  try {
    await use(`http://127.0.0.1:${address.port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a redirect is not followed, so neither the token nor the request reaches another address', async () => {
  const elsewhere: unknown[] = [];
  await withServer(
    ({ headers }, response) => {
      elsewhere.push(headers.authorization);
      response.end('{}');
    },
    (other) =>
      withServer(
        (_, response) => response.writeHead(307, { location: `${other}/Patient/1` }).end(),
        async (url) => {
          const http = fetchHttp(fetch, { getToken: async () => 'secret' });
          await assert.rejects(http.request(request(url)), code('unreachable'));
        },
      ),
  );
  assert.deepEqual(elsewhere, []);
});

test('a server that does not answer by the deadline has timed out', () =>
  withServer(
    () => {},
    async (url) => {
      await assert.rejects(fetchHttp(fetch).request(request(url, 50)), code('timeout'));
    },
  ));

test('L11: a request that is stopped ends at once, as unreachable, and one that was stopped before is never sent', async () => {
  const connections: unknown[] = [];
  await withServer(
    (incoming) => void connections.push(incoming),
    async (url) => {
      const stop = new AbortController();
      const asking = fetchHttp(fetch).request(request(url), stop.signal);
      while (connections.length === 0) await new Promise((resolve) => setImmediate(resolve));
      stop.abort();
      await assert.rejects(asking, code('unreachable'));
      await assert.rejects(fetchHttp(fetch).request(request(url), stop.signal), code('unreachable'));
    },
  );
  assert.equal(connections.length, 1);
});

test('without a signed-in user, nothing is asked', async () => {
  let asked = 0;
  const http = fetchHttp(
    async () => {
      asked++;
      return new Response('{}');
    },
    { getToken: async () => null },
  );
  await assert.rejects(http.request(request('https://record.test/fhir/Patient/1')), code('signed-out'));
  assert.equal(asked, 0);
});

test('an answer longer than any record is refused', async () => {
  const http = fetchHttp(async () => new Response('x'.repeat(32_000_001)));
  await assert.rejects(http.request(request('https://record.test/fhir/Patient/1')), code('malformed'));
});

const givenTo = async (options: FetchHttpOptions): Promise<RequestInit | undefined> => {
  let given: RequestInit | undefined;
  const http = fetchHttp(async (_url, init) => {
    given = init;
    return new Response('{}');
  }, options);
  await http.request(request('https://record.test/fhir/Patient/1'));
  return given;
};

test('no answer reaches the browser’s disk, and neither cookies nor the page’s address reach the server', async () => {
  const given = await givenTo({});
  assert.equal(given?.cache, 'no-store');
  assert.equal(given?.credentials, 'omit');
  assert.equal(given?.referrerPolicy, 'no-referrer');
});

test('a fetch of the page’s own keeps the page’s credentials', async () => {
  assert.equal('credentials' in ((await givenTo({ ownCredentials: true })) ?? {}), false);
});
