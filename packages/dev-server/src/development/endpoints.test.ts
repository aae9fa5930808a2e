import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patient } from '../asking.fixtures.ts';
import { idsIn, scene } from '../server/scene.fixtures.ts';

const FAULTY = { allowFaults: true };

test('a restore brings back the data of a time: later versions and resources are gone, deleted ones are back', () => {
  const { get, put, remove, post, pass } = scene({
    ...FAULTY,
    resources: [patient('kept', 'Old'), patient('deleted')],
  });
  pass(60_000);
  const to = new Date(Date.parse(get('metadata').headers['date'] ?? '')).toISOString();
  pass(60_000);
  put(patient('kept', 'New'));
  put(patient('new'));
  remove('Patient/deleted');
  assert.equal(post('/dev/restore', { to }).status, 204);
  assert.deepEqual(idsIn(get('Patient?_sort=_id')), ['deleted', 'kept']);
  assert.equal(get('Patient/kept').headers['etag'], 'W/"1"');
  assert.equal(get('Patient/new').status, 404);
  assert.equal(get('_history').body.entry?.length, 2);
});

test('after a restore version numbers are given again, to other content (test 19)', () => {
  const { fhir, get, put, pass } = scene({ ...FAULTY, resources: [patient('a', 'One')] });
  pass(1000);
  put(patient('a', 'Lost'));
  fhir.restore(Date.parse('2027-01-15T09:00:00.500Z'));
  const { headers, body } = put(patient('a', 'Other'));
  assert.equal(headers['etag'], 'W/"2"');
  assert.deepEqual(get('Patient/a').body['name'], body['name']);
  assert.equal(fhir.writes().length, 2, 'the log keeps what was accepted');
});

test('a restore forgets what was on its way into the index, and kept lists', () => {
  const { fhir, get, put, pass } = scene({
    personality: 'index-lag:60,search-cache:600',
    resources: [patient('a')],
  });
  pass(1000);
  put(patient('a', 'Lost'));
  put(patient('new'));
  get('Patient');
  fhir.restore(Date.parse('2027-01-15T09:00:00.500Z'));
  pass(60_000);
  assert.deepEqual(idsIn(get('Patient')), ['a']);
  assert.deepEqual(idsIn(get('Patient?family=Lost')), []);
});

test('faults and the personality can be changed while the server runs', () => {
  const { get, put, post } = scene({ ...FAULTY, resources: [patient('a')] });
  assert.equal(post('/dev/faults', { faults: [{ fault: 'status:503' }] }).status, 204);
  assert.equal(get('Patient/a').status, 503);
  post('/dev/faults', { faults: [] });
  assert.equal(post('/dev/personality', { personality: 'hapi' }).status, 204);
  assert.equal(put(patient('a', 'B'), { 'If-Match': 'W/"9"' }).status, 409);
  post('/dev/personality', { personality: '' });
  assert.equal(put(patient('a', 'B'), { 'If-Match': 'W/"9"' }).status, 412);
});

test('mistakes are 400 with the known names, and a server without faults has none of these endpoints', () => {
  const { post } = scene(FAULTY);
  for (const [path, body] of [
    ['faults', { faults: [{ fault: 'earthquake' }] }],
    ['faults', {}],
    ['personality', { personality: 'unheard-of' }],
    ['restore', { to: 'yesterday' }],
  ] as const) {
    assert.equal(post(`/dev/${path}`, body).status, 400, path);
  }
  const honest = scene();
  for (const path of ['faults', 'personality', 'restore', 'unheard-of']) {
    assert.equal(
      honest.post(`/dev/${path}`, { faults: [], personality: 'hapi', to: '2027' }).status,
      404,
      path,
    );
  }
});
