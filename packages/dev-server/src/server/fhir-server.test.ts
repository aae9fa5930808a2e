import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { patient } from '../asking.fixtures.ts';
import type { FhirResource } from '../resource.ts';
import { createFhirServer, type FhirServer } from './fhir-server.ts';
import type { WireAnswer } from './wire.ts';

const JSON_TYPE = { 'Content-Type': 'application/fhir+json' };

function put(fhir: FhirServer, resource: FhirResource, headers: Record<string, string> = {}): WireAnswer {
  return fhir.request({
    method: 'PUT',
    url: `${resource.resourceType}/${resource.id}`,
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(resource),
  });
}

test('a server without a socket answers at once, at absolute and relative addresses', () => {
  const fhir = createFhirServer({ base: 'https://fhir.example/r4', resources: [patient('a')] });
  const url = `${fhir.base}/Patient/a`;
  const absolute = fhir.request({ method: 'GET', url });
  assert.equal(absolute.status, 200);
  assert.equal(absolute.headers['etag'], 'W/"1"');
  assert.deepEqual(fhir.request({ method: 'GET', url: 'Patient/a' }), absolute);
  fhir.close();
});

test('all time comes from the clock that was given: lastUpdated and Date', () => {
  let now = Date.parse('2030-01-01T00:00:00Z');
  const fhir = createFhirServer({ clock: () => now });
  now += 86_400_000;
  const { headers, text } = put(fhir, patient('a'));
  assert.equal(headers['date'], 'Wed, 02 Jan 2030 00:00:00 GMT');
  assert.equal((JSON.parse(text) as FhirResource).meta?.lastUpdated, '2030-01-02T00:00:00.000Z');
  fhir.close();
});

test('writes() names each accepted version, the version before it, and what its writer claimed to know (I3)', () => {
  const fhir = createFhirServer({ resources: [patient('loaded')] });
  put(fhir, patient('a', 'One'));
  put(fhir, patient('a', 'Two'), { 'If-Match': 'W/"1"' });
  put(fhir, patient('a', 'Stale'), { 'If-Match': 'W/"1"' });
  put(fhir, patient('a', 'Blind'));
  fhir.request({ method: 'DELETE', url: 'Patient/a', headers: { 'If-Match': 'W/"3"' } });
  assert.deepEqual(
    fhir
      .writes()
      .map(({ id, method, version, claimedBase, previous }) => [id, method, version, claimedBase, previous]),
    [
      ['a', 'PUT', '1', null, null],
      ['a', 'PUT', '2', '1', '1'],
      ['a', 'PUT', '3', null, '2'],
      ['a', 'DELETE', '4', '3', '3'],
    ],
  );
  fhir.close();
});

test('a write that a transaction rolled back is not among the writes, and those of one request share its number', () => {
  const fhir = createFhirServer({ resources: [patient('a')] });
  const send = (ifMatch: string): number => {
    const entry = [
      { resource: patient('new'), request: { method: 'PUT', url: 'Patient/new' } },
      { resource: patient('a', 'New'), request: { method: 'PUT', url: 'Patient/a', ifMatch } },
    ];
    const body = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
    return fhir.request({ method: 'POST', url: '', headers: JSON_TYPE, body }).status;
  };
  assert.equal(send('W/"9"'), 412);
  assert.deepEqual(fhir.writes(), []);
  assert.equal(send('W/"1"'), 200);
  assert.equal(fhir.writes().length, 2);
  assert.equal(new Set(fhir.writes().map(({ request }) => request)).size, 1);
  fhir.close();
});

test('writes() names the intent that a resource carries', () => {
  const fhir = createFhirServer();
  put(fhir, {
    ...patient('a'),
    extension: [{ url: 'https://ehch.example/sync-intent', valueString: 'i-1' }],
  });
  put(fhir, { ...patient('b'), identifier: [{ system: 'https://ehch.example/intent', value: 'i-2' }] });
  assert.deepEqual(
    fhir.writes().map(({ intent }) => intent),
    ['i-1', 'i-2'],
  );
  fhir.close();
});

test('a lost answer is unreachable, although the write was done', () => {
  const fhir = createFhirServer({ allowFaults: true });
  assert.throws(
    () => put(fhir, patient('a'), { 'X-Fault': 'lost-answer' }),
    (error) => error instanceof EhchError && error.code === 'unreachable',
  );
  assert.equal(fhir.request({ method: 'GET', url: 'Patient/a' }).status, 200);
  fhir.close();
});
