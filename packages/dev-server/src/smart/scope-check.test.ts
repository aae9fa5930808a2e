import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patient, weight } from '../asking.fixtures.ts';
import { signingScene, type SigningScene } from './sign-in.fixtures.ts';

const scene = signingScene({ resources: [patient('a'), weight('w', 'a', 60, '2026-11-20')] });
const tokenFor = (scope: string) => scene.signIn('gp', { scope }).access_token;
const status = (...asked: Parameters<SigningScene['fetch']>): number => scene.fetch(...asked).status;
const bundle = (type: string, entry: readonly object[]): object => ({ resourceType: 'Bundle', type, entry });

test('a token that only reads is 403 for each write, and names the scope that is missing', () => {
  const token = tokenFor('user/*.rs');
  assert.equal(status('GET', 'Patient/a', token), 200);
  assert.equal(status('GET', 'Patient', token), 200);
  const refused = scene.fetch('PUT', 'Patient/a', token, patient('a', 'Other'));
  assert.equal(refused.status, 403);
  assert.match(refused.headers['www-authenticate'] ?? '', /insufficient_scope", scope="user\/Patient\.u"/);
  assert.equal(status('POST', 'Patient', token, patient('c')), 403);
  assert.equal(status('DELETE', 'Patient/a', token), 403);
  assert.equal(status('PATCH', 'Patient/a', token, []), 403);
  assert.equal(status('POST', 'Patient/a/$meta-add', token, { resourceType: 'Parameters' }), 403);
  assert.equal(status('POST', 'Patient/_search', token, {}), 200);
});

test('an entry of a Bundle is no way round: a transaction is refused whole, a batch entry by entry', () => {
  const token = tokenFor('user/*.rs');
  const write = { resource: patient('c'), request: { method: 'PUT', url: 'Patient/c' } };
  const read = { request: { method: 'GET', url: 'Patient/a' } };
  assert.equal(status('POST', '', token, bundle('transaction', [write])), 403);
  const { text } = scene.fetch('POST', '', token, bundle('batch', [write, read]));
  const { entry } = JSON.parse(text) as { entry: { response: { status: string } }[] };
  assert.deepEqual(
    entry.map(({ response }) => response.status.slice(0, 3)),
    ['403', '200'],
  );
});

test('scopes of one type open that type alone, included resources and $everything too', () => {
  const token = tokenFor('user/Patient.rs');
  assert.equal(status('GET', 'Patient/a', token), 200);
  assert.equal(status('GET', 'Observation/w', token), 403);
  assert.equal(status('GET', 'Patient?_revinclude=Observation:subject', token), 403);
  assert.equal(status('GET', 'Patient/a/$everything', token), 403);
  assert.equal(status('GET', '_history', token), 403);
});

test('a later page is asked about like the first', () => {
  const all = tokenFor('user/*.rs');
  scene.fhir.load([weight('w2', 'a', 61, '2026-11-21')]);
  const { text } = scene.fetch('GET', 'Observation?_count=1', all);
  const { link } = JSON.parse(text) as { link: { relation: string; url: string }[] };
  const next = link.find(({ relation }) => relation === 'next')?.url ?? '';
  assert.equal(status('GET', next, all), 200);
  assert.equal(status('GET', next, tokenFor('user/Patient.rs')), 403);
});

test('a token that creates neither reads nor learns by a condition what is there', () => {
  const token = tokenFor('user/Patient.cu');
  assert.equal(status('POST', 'Patient', token, patient('d')), 201);
  assert.equal(status('GET', 'Patient/a', token), 403);
  assert.equal(status('PUT', 'Patient?birthdate=1941-07-14', token, patient('e')), 403);
});

test('a token without a scope for records opens none', () => {
  const token = tokenFor('openid fhirUser');
  assert.equal(status('GET', 'Patient/a', token), 403);
  assert.equal(status('GET', 'metadata', token), 200);
});

test('where sign-in is optional, a request without a token is answered, and an ended one is not', () => {
  const open = signingScene({ signIn: { need: 'optional' } });
  const { access_token: token } = open.signIn('gp', { scope: 'user/*.rs' });
  assert.equal(open.fetch('PUT', 'Patient/b', undefined, patient('b', 'Other')).status, 200);
  assert.equal(open.fetch('PUT', 'Patient/b', token, patient('b', 'Another')).status, 403);
  open.pass(900_000);
  assert.equal(open.fetch('GET', 'Patient/b', token).status, 401);
});
