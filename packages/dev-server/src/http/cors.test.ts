import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { openServer, patient } from '../asking.fixtures.ts';

const { server, ask } = await openServer({ resources: [patient('a')], origins: ['https://gp.example'] });
after(() => server.close());

const from = (Origin: string, path = '/Patient/a', method = 'GET'): ReturnType<typeof ask> =>
  ask(path, { method, headers: { Origin } });

test('a preflight allows every method and header that a FHIR client needs', async () => {
  const { status, headers } = await from('http://localhost:8000', '/Patient/a', 'OPTIONS');
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:8000');
  assert.match(headers.get('access-control-allow-methods') ?? '', /PUT/);
  for (const name of [
    'If-Match',
    'If-None-Match',
    'If-None-Exist',
    'Prefer',
    'Content-Type',
    'Authorization',
  ]) {
    assert.match(headers.get('access-control-allow-headers') ?? '', new RegExp(name), name);
  }
});

test('answers and errors expose the headers that a page could not read otherwise', async () => {
  for (const path of ['/Patient/a', '/Patient/nobody']) {
    const { headers } = await from('http://127.0.0.1:5173', path);
    assert.equal(headers.get('access-control-allow-origin'), 'http://127.0.0.1:5173');
    for (const name of ['ETag', 'Last-Modified', 'Location', 'Retry-After', 'Date', 'Content-Location']) {
      assert.match(headers.get('access-control-expose-headers') ?? '', new RegExp(name), name);
    }
  }
});

test('pages of this machine, extensions and named origins may read; no other page may', async () => {
  const allowed = async (origin: string): Promise<boolean> =>
    (await from(origin)).headers.get('access-control-allow-origin') === origin;
  for (const origin of [
    'http://gp.localhost:8080',
    'chrome-extension://abc',
    'moz-extension://abc',
    'https://gp.example',
  ]) {
    assert.equal(await allowed(origin), true, origin);
  }
  for (const origin of ['https://elsewhere.example', 'https://localhost.elsewhere.example', 'null']) {
    assert.equal(await allowed(origin), false, origin);
  }
});

test('a request for another host name is refused even on this machine', async () => {
  const { port } = server;
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: `rebound.example:${port}` };
    request({ host: '127.0.0.1', port, path: '/fhir/Patient/a', headers }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end();
  });
  assert.equal(status, 421);
});
