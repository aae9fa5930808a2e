import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpRequest } from '../http/http.ts';
import { ask, type Asked } from './ask.ts';

const BASE = 'https://record.test/fhir';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks a server with these answers for conditions. Returns the outcome and every address asked. */
async function asked(answer: (url: URL) => Answer): Promise<{ result: Asked; urls: string[] }> {
  const urls: string[] = [];
  const http = {
    async request({ url }: { url: string }) {
      urls.push(url);
      const { status = 200, headers = {}, body } = answer(new URL(url));
      return { status, headers, text: JSON.stringify(body) };
    },
  };
  const result = await ask({ http, base: BASE, deadlineMs: 1000 }, 'Condition?patient=a', 'Bundle');
  return { result, urls };
}

const page = (next?: string) => ({
  body: { resourceType: 'Bundle', link: next === undefined ? [] : [{ relation: 'next', url: next }] },
});
const code = ({ result }: { result: Asked }) =>
  result.state === 'failed' ? result.error.code : result.state;

test('pages are followed to the end', async () => {
  const { result, urls } = await asked((url) =>
    url.searchParams.has('page') ? page() : page(`${BASE}/Condition?page=2`),
  );
  assert.ok(result.state === 'loaded' && result.pages.length === 2 && !result.more);
  assert.equal(urls.length, 2);
});

test('pages in a circle are not followed for ever, and the pages so far are kept with a gap', async () => {
  const { result, urls } = await asked((url) =>
    page(`${BASE}/Condition?page=${url.searchParams.get('page') === '2' ? 3 : 2}`),
  );
  assert.ok(result.state === 'loaded' && result.pages.length === 3);
  assert.equal(result.broke?.gap.why, 'failed');
  assert.equal(urls.length, 3);
});

for (const [status, why] of [
  [403, 'withheld'],
  [500, 'failed'],
  [404, 'failed'],
] as const) {
  test(`what came is kept when the next page is answered by ${status}, and the gap is said`, async () => {
    const { result } = await asked((url) =>
      url.searchParams.has('page') ? { status } : page(`${BASE}/Condition?page=2`),
    );
    assert.ok(result.state === 'loaded' && result.pages.length === 1);
    assert.equal(result.broke?.gap.why, why);
  });
}

test('an answer with more pages than the first screen can wait for says that there are more', async () => {
  const { result, urls } = await asked((url) =>
    page(`${BASE}/Condition?page=${Number(url.searchParams.get('page')) + 1}`),
  );
  assert.ok(result.state === 'loaded' && result.more);
  assert.equal(urls.length, 20);
});

test('a page on another server is not asked for; the pages so far are kept', async () => {
  const { result, urls } = await asked(() => page('https://elsewhere.test/other?page=2'));
  assert.ok(result.state === 'loaded' && result.pages.length === 1);
  // The words tell the server's administrator which address to configure.
  assert.match(result.broke?.gap.what ?? '', /another address than https:\/\/record\.test\/fhir/);
  assert.deepEqual(new Set(urls.map((url) => new URL(url).origin)), new Set(['https://record.test']));
});

test('a server that names itself by another address is asked at the configured one', async () => {
  const { result, urls } = await asked((url) =>
    url.searchParams.has('page') ? page() : page('http://inside:8080/fhir/Condition?patient=a&page=2'),
  );
  assert.ok(result.state === 'loaded' && result.pages.length === 2 && result.broke === null);
  assert.equal(urls[1], `${BASE}/Condition?patient=a&page=2`);
});

for (const [what, link, expected] of [
  ['of her', 'http://inside:8080/fhir/Condition?patient=a&page=2', `${BASE}/Condition?patient=a&page=2`],
  ['of another person', 'http://inside:8080/fhir/Condition?patient=b&page=2', null],
] as const)
  test(`the next page of a search that was POSTed is asked for by its address, if it is ${what}`, async () => {
    const urls: string[] = [];
    const http = {
      async request({ url, method }: HttpRequest) {
        urls.push(url);
        const { body } = method === 'POST' ? page(link) : page();
        return { status: 200, headers: {}, text: JSON.stringify(body) };
      },
    };
    const context = { http, base: BASE, deadlineMs: 1000 };
    const result = await ask(context, 'Condition/_search', 'Bundle', 'patient=a&code=x');
    assert.ok(result.state === 'loaded');
    assert.deepEqual(urls.slice(1), expected === null ? [] : [expected]);
    assert.equal(result.broke === null, expected !== null);
  });

for (const body of [
  { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] },
  { resourceType: 'Patient', id: 'a' },
  { welcome: 'Please sign in' },
  [],
  null,
])
  test(`an answer that is not what was asked for is not "nothing found": ${JSON.stringify(body)}`, async () => {
    assert.equal(code(await asked(() => ({ body }))), 'malformed');
  });

test('the engine does not wait for a server that asks for a long wait', async () => {
  const went = await asked(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
  assert.equal(code(went), 'busy');
  assert.equal(went.urls.length, 1);
});
