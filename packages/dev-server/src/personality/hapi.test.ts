import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patient, weight } from '../asking.fixtures.ts';
import { idsIn, nextOf, scene } from '../server/scene.fixtures.ts';

const HAPI = { personality: 'hapi' };
const restricted = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };

test('hapi: a stale If-Match is 409 without ETag, for PUT, PATCH and in a transaction', () => {
  const { put, patch, send } = scene({ ...HAPI, resources: [patient('a')] });
  const stale = { 'If-Match': 'W/"9"' };
  const operations = [{ op: 'replace', path: '/birthDate', value: '1941-07-15' }];
  const entry = {
    resource: patient('a', 'B'),
    request: { method: 'PUT', url: 'Patient/a', ifMatch: 'W/"9"' },
  };
  for (const answer of [
    put(patient('a', 'B'), stale),
    patch('Patient/a', operations, stale),
    send('transaction', [entry]),
  ]) {
    assert.equal(answer.status, 409);
    assert.equal(answer.headers['etag'], undefined);
  }
});

test('hapi: If-Match on what never existed creates it, 201', () => {
  const { put } = scene(HAPI);
  assert.equal(put(patient('new'), { 'If-Match': 'W/"1"' }).status, 201);
});

test('hapi: If-Match * or a malformed one is 500', () => {
  const { put } = scene({ ...HAPI, resources: [patient('a')] });
  for (const match of ['*', 'one']) assert.equal(put(patient('a', 'B'), { 'If-Match': match }).status, 500);
});

test('hapi: PUT with If-None-Match * overwrites what exists', () => {
  const { fhir, put } = scene({ ...HAPI, resources: [patient('a', 'One')] });
  assert.equal(put(patient('a', 'Two'), { 'If-None-Match': '*' }).status, 200);
  const [write] = fhir.writes();
  assert.deepEqual(
    [write?.previous, write?.claimedBase],
    ['1', null],
    'the log shows a silent overwrite (I3)',
  );
});

test('hapi: a conditional update ignores a stale If-Match', () => {
  const identified = { ...patient('a'), identifier: [{ system: 'urn:x', value: '1' }] };
  const { fhir } = scene({ ...HAPI, resources: [identified] });
  const { status } = fhir.request({
    method: 'PUT',
    url: 'Patient?identifier=urn:x|1',
    headers: { 'content-type': 'application/fhir+json', 'if-match': 'W/"9"' },
    body: JSON.stringify({ ...identified, birthDate: '1941-07-15' }),
  });
  assert.equal(status, 200);
});

test('hapi: the same content makes no new version, whatever the mark on its source', () => {
  const { put } = scene(HAPI);
  const resource = { ...patient('a'), meta: { source: 'urn:ours' } };
  const first = put(resource);
  assert.match(String(first.body.meta?.['source']), /^urn:ours#/);
  assert.equal(put(resource).headers['etag'], 'W/"1"');
});

test('hapi: a client id of digits only is 400', () => {
  const { put } = scene(HAPI);
  assert.equal(put(patient('12345')).status, 400);
  assert.equal(put(patient('a12345')).status, 201);
});

test('hapi: an unknown parameter or sort is 400, even with lenient handling', () => {
  const { get } = scene(HAPI);
  const lenient = { Prefer: 'handling=lenient' };
  for (const query of ['shoe-size=44', '_sort=shoe-size', 'general-practitioner:identifier=x|y']) {
    assert.equal(get(`Patient?${query}`, lenient).status, 400, query);
  }
});

test('hapi: a reference to a missing target is 400, also in a transaction, which may bring the target itself', () => {
  const { put, send } = scene(HAPI);
  assert.equal(put(weight('w', 'nobody', 50, '2027-01-01')).status, 400);
  const of = (id: string): object => ({
    resource: weight('w', id, 50, '2027-01-01'),
    request: { method: 'PUT', url: 'Observation/w' },
  });
  const bring = { resource: patient('a'), request: { method: 'PUT', url: 'Patient/a' } };
  assert.equal(send('transaction', [of('nobody'), bring]).status, 400);
  assert.equal(send('transaction', [of('a'), bring]).status, 200);
});

test('hapi: DELETE of a referenced resource is 409; both in one transaction works', () => {
  const resources = [patient('a'), weight('w', 'a', 50, '2027-01-01')];
  const { remove, send } = scene({ ...HAPI, resources });
  assert.equal(remove('Patient/a').status, 409);
  const urls = ['Patient/a', 'Observation/w'];
  assert.equal(
    send(
      'transaction',
      urls.map((url) => ({ request: { method: 'DELETE', url } })),
    ).status,
    200,
  );
});

test('hapi: DELETE, again, and of what never existed are 200 with an OperationOutcome and no ETag', () => {
  const { remove, get } = scene({ ...HAPI, resources: [patient('a')] });
  for (const url of ['Patient/a', 'Patient/a', 'Patient/nobody']) {
    const { status, headers, body } = remove(url);
    assert.deepEqual([status, body.resourceType, headers['etag']], [200, 'OperationOutcome', undefined], url);
  }
  const read = get('Patient/a');
  assert.deepEqual([read.status, read.headers['etag']], [410, undefined]);
});

test('hapi: the answer to a PATCH has no ETag, but Content-Location', () => {
  const { patch } = scene({ ...HAPI, resources: [patient('a')] });
  const { status, headers } = patch('Patient/a', [{ op: 'add', path: '/gender', value: 'female' }]);
  assert.equal(status, 200);
  assert.equal(headers['etag'], undefined);
  assert.match(headers['content-location'] ?? '', /\/Patient\/a\/_history\/2$/);
});

test('hapi: the same search gives the old list for 60 s, as X-Cache says, and no-cache bypasses it', () => {
  const { get, put, pass } = scene({ ...HAPI, resources: [patient('a')] });
  const query = 'Patient?family=Test';
  assert.deepEqual(idsIn(get(query)), ['a']);
  put(patient('b'));
  pass(59_000);
  const kept = get(query);
  assert.deepEqual(idsIn(kept), ['a']);
  assert.match(kept.headers['x-cache'] ?? '', /^HIT/);
  assert.deepEqual(idsIn(get(`${query}&_count=500`)), ['a', 'b'], 'another question has no list yet');
  assert.deepEqual(idsIn(get(query, { 'Cache-Control': 'no-cache' })), ['a', 'b']);
});

test('hapi: the cache ends after 60 s', () => {
  const { get, put, pass } = scene({ ...HAPI, resources: [patient('a')] });
  get('Patient');
  put(patient('b'));
  pass(60_000);
  assert.deepEqual(idsIn(get('Patient')), ['a', 'b']);
});

test('hapi: 20 a page, next at the base with _getpages, no total on the first page, newest content on later ones', () => {
  const resources = Array.from({ length: 30 }, (_, i) => patient(`p${String(i).padStart(2, '0')}`));
  const { get, put } = scene({ ...HAPI, resources });
  const first = get('Patient?_sort=_id');
  assert.equal(idsIn(first).length, 20);
  assert.equal(first.body['total'], undefined);
  assert.match(nextOf(first), /\/fhir\?_getpages=/);
  put(patient('p25', 'Changed'));
  const later = get(nextOf(first));
  assert.equal(later.body['total'], 30);
  const changed = later.body.entry?.find(({ resource }) => resource?.id === 'p25');
  assert.equal(changed?.resource?.meta?.versionId, '2');
  assert.equal(get('?_getpages=gone&_getpagesoffset=20').status, 410);
});

test('hapi: a history has no dates, reports a first version by PUT as POST, and its pages move under a write', () => {
  const { get, put, remove } = scene(HAPI);
  for (let i = 0; i < 6; i += 1) put(patient(`p${i}`));
  remove('Patient/p0');
  const first = get('Patient/_history?_count=4');
  const [tombstone, newest] = first.body.entry ?? [];
  assert.equal(tombstone?.request?.method, 'DELETE');
  assert.equal(newest?.request?.method, 'POST');
  assert.doesNotMatch(JSON.stringify(tombstone), /lastModified|lastUpdated/);
  put(patient('meanwhile'));
  const both = [...idsIn(first), ...idsIn(get(nextOf(first)))].filter((id) => id !== '');
  assert.equal(new Set(both).size, both.length - 1, 'one entry comes twice');
});

test('hapi: _since of a history is inclusive', () => {
  const { get, put } = scene(HAPI);
  const { lastUpdated } = put(patient('a')).body.meta ?? {};
  assert.deepEqual(idsIn(get(`Patient/_history?_since=${lastUpdated}`)), ['a']);
});

test('hapi: $everything ignores _since', () => {
  const { get } = scene({ ...HAPI, resources: [patient('a')] });
  assert.deepEqual(idsIn(get('Patient/a/$everything?_since=2999-01-01T00:00:00Z')), ['a']);
});

test('hapi: a year-only date in a search finds nothing', () => {
  const { get } = scene({ ...HAPI, resources: [patient('a'), weight('w', 'a', 50, '2027-01-01')] });
  assert.deepEqual(idsIn(get('Observation?date=ge2026')), []);
  assert.deepEqual(idsIn(get('Observation?date=ge2026-01-01')), ['w']);
});

test('hapi: PUT keeps labels that it leaves out, unless X-Meta-Snapshot-Mode names them', () => {
  const { put } = scene(HAPI);
  put({ ...patient('a'), meta: { security: [restricted] } });
  assert.deepEqual(put(patient('a', 'Two')).body.meta?.['security'], [restricted]);
  const dropped = put(patient('a', 'Three'), { 'X-Meta-Snapshot-Mode': 'SECURITY' });
  assert.equal(dropped.body.meta?.['security'], undefined);
});

test('hapi: $meta-add changes a label without a new version, so that 304 goes on', () => {
  const { get, post } = scene({ ...HAPI, resources: [patient('a')] });
  const parameter = [{ name: 'meta', valueMeta: { security: [restricted] } }];
  assert.equal(post('Patient/a/$meta-add', { resourceType: 'Parameters', parameter }).status, 200);
  assert.equal(get('Patient/a', { 'If-None-Match': 'W/"1"' }).status, 304);
  const { body, headers } = get('Patient/a');
  assert.deepEqual(body.meta?.['security'], [restricted]);
  assert.equal(headers['etag'], 'W/"1"');
  post('Patient/a/$meta-delete', { resourceType: 'Parameters', parameter });
  assert.equal(get('Patient/a').body.meta?.['security'], undefined);
});

test('hapi: a transaction answers with bare etags and relative locations, and with resources only on request', () => {
  const { send } = scene(HAPI);
  const entry = [{ resource: patient('a'), request: { method: 'PUT', url: 'Patient/a' } }];
  const [plain] = send('transaction', entry).body.entry ?? [];
  assert.equal(plain?.response?.etag, '1');
  assert.equal(plain?.response?.location, 'Patient/a/_history/1');
  assert.equal(plain?.resource, undefined);
  const [whole] = send('transaction', entry, { Prefer: 'return=representation' }).body.entry ?? [];
  assert.equal(whole?.resource?.id, 'a');
});

test('hapi: an address of more than 8 KB is refused; POST _search with 30 KB works', () => {
  const { fhir, get } = scene({ ...HAPI, resources: [patient('a')] });
  const many = `_id=a,${Array.from({ length: 3000 }, (_, i) => `x${i}`).join(',')}`;
  assert.equal(get(`Patient?${many}`).status, 414);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal(fhir.request({ method: 'POST', url: 'Patient/_search', headers, body: many }).status, 200);
});
