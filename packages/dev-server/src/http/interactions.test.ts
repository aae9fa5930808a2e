import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, openServer, patient } from '../asking.fixtures.ts';

const { server, ask } = await openServer({ resources: [patient('a')] });
after(() => server.close());

const put = (id: string, family: string, headers: Record<string, string> = {}): ReturnType<typeof ask> =>
  ask(`/Patient/${id}`, { method: 'PUT', json: patient(id, family), headers });

test('a read carries the version as ETag, the time as Last-Modified and the server’s own meta', async () => {
  const { status, headers, body } = await ask('/Patient/a');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/fhir+json; charset=utf-8');
  assert.equal(headers.get('etag'), 'W/"1"');
  assert.equal(body.meta?.versionId, '1');
  assert.equal(
    new Date(headers.get('last-modified') ?? '').getTime(),
    Math.floor(Date.parse(body.meta?.lastUpdated ?? '') / 1000) * 1000,
  );
});

test('a read of the version that the client has is 304 with no body', async () => {
  const { status, body } = await ask('/Patient/a', { headers: { 'If-None-Match': 'W/"1"' } });
  assert.equal(status, 304);
  assert.deepEqual(body, {});
});

test('a PUT to an id that the client chose creates it, 201 with Location', async () => {
  const { status, headers } = await put('chosen', 'One');
  assert.equal(status, 201);
  assert.equal(headers.get('location'), `${server.url}/Patient/chosen/_history/1`);
});

test('an update makes a new version, and the old one can still be read', async () => {
  await put('u', 'One');
  const second = await put('u', 'Two');
  assert.equal(second.status, 200);
  assert.equal(second.headers.get('etag'), 'W/"2"');
  const old = await ask('/Patient/u/_history/1');
  assert.deepEqual(old.body['name'], patient('u', 'One')['name']);
});

test('writing the same content makes no new version', async () => {
  await put('same', 'One');
  const again = await put('same', 'One');
  assert.equal(again.status, 200);
  assert.equal(again.headers.get('etag'), 'W/"1"');
});

test('a client’s own versionId and lastUpdated are never kept', async () => {
  const json = {
    ...patient('meta'),
    meta: { versionId: '77', lastUpdated: '1999-01-01T00:00:00Z', source: 'urn:x' },
  };
  const { body } = await ask('/Patient/meta', { method: 'PUT', json });
  assert.equal(body.meta?.versionId, '1');
  assert.notEqual(body.meta?.lastUpdated, '1999-01-01T00:00:00Z');
  assert.equal(body.meta?.['source'], 'urn:x');
});

test('a POST gets an id of the server’s choice, whatever the body says', async () => {
  const { status, body } = await ask('/Patient', { method: 'POST', json: patient('mine') });
  assert.equal(status, 201);
  assert.notEqual(body.id, 'mine');
});

test('Prefer: return=minimal answers a write without a body', async () => {
  const { status, body, headers } = await put('minimal', 'One', { Prefer: 'return=minimal' });
  assert.equal(status, 201);
  assert.deepEqual(body, {});
  assert.equal(headers.get('etag'), 'W/"1"');
});

test('If-Match accepts the current version and stops a stale one with 412', async () => {
  await put('m', 'One');
  assert.equal((await put('m', 'Two', { 'If-Match': 'W/"1"' })).status, 200);
  const stale = await put('m', 'Three', { 'If-Match': 'W/"1"' });
  assert.equal(stale.status, 412);
  assert.equal(issueOf(stale), 'error conflict');
});

test('If-Match: * needs a living resource', async () => {
  assert.equal((await put('nobody', 'One', { 'If-Match': '*' })).status, 412);
  await put('somebody', 'One');
  assert.equal((await put('somebody', 'Two', { 'If-Match': '*' })).status, 200);
});

test('If-None-Match: * creates once and never overwrites', async () => {
  const headers = { 'If-None-Match': '*' };
  assert.equal((await put('once', 'One', headers)).status, 201);
  assert.equal((await put('once', 'Two', headers)).status, 412);
  assert.deepEqual((await ask('/Patient/once')).body['name'], patient('once', 'One')['name']);
});

test('a deleted resource is 410, its history stays, and a PUT brings it back', async () => {
  await put('gone', 'One');
  assert.equal((await ask('/Patient/gone', { method: 'DELETE' })).status, 204);
  const read = await ask('/Patient/gone');
  assert.equal(read.status, 410);
  assert.equal(issueOf(read), 'error deleted');
  assert.equal((await ask('/Patient/gone/_history/1')).status, 200);
  assert.equal((await ask('/Patient/gone', { method: 'DELETE' })).status, 204);
  const back = await put('gone', 'One');
  assert.equal(back.status, 201);
  assert.equal(back.headers.get('etag'), 'W/"3"');
});

test('a delete with a stale If-Match is stopped', async () => {
  await put('kept', 'One');
  assert.equal(
    (await ask('/Patient/kept', { method: 'DELETE', headers: { 'If-Match': 'W/"9"' } })).status,
    412,
  );
  assert.equal((await ask('/Patient/kept')).status, 200);
});

test('HEAD answers as GET does, without a body', async () => {
  const { status, headers, body } = await ask('/Patient/a', { method: 'HEAD' });
  assert.equal(status, 200);
  assert.equal(headers.get('etag'), 'W/"1"');
  assert.deepEqual(body, {});
});
