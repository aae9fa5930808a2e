import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openServer, patient } from '../asking.fixtures.ts';

const { server, ask } = await openServer({ resources: [patient('a')] });
after(() => server.close());

test('a preflight allows every method and header that a FHIR client needs', async () => {
  const { status, headers } = await ask('/Patient/a', { method: 'OPTIONS' });
  assert.equal(status, 204);
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

test('answers and errors alike expose the headers that a page would not see otherwise', async () => {
  for (const path of ['/Patient/a', '/Patient/nobody']) {
    const { headers } = await ask(path);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    for (const name of ['ETag', 'Last-Modified', 'Location', 'Retry-After', 'Date', 'Content-Location']) {
      assert.match(headers.get('access-control-expose-headers') ?? '', new RegExp(name), name);
    }
  }
});
