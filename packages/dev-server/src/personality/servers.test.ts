import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patient, weight } from '../asking.fixtures.ts';
import { PERSONALITIES, traitsOf } from './registry.ts';
import { OWN_TRAITS } from './traits.ts';
import { idsIn, nextOf, scene } from '../server/scene.fixtures.ts';

const identified = (value: string): object => ({
  resourceType: 'Patient',
  identifier: [{ system: 'urn:x', value }],
});
const once = (value: string): Record<string, string> => ({ 'If-None-Exist': `identifier=urn:x|${value}` });

test('medplum: a PUT to an id that is not there is 404, and the statement says so', () => {
  const { put, get } = scene({ personality: 'medplum', resources: [patient('a')] });
  assert.equal(put(patient('mine')).status, 404);
  assert.equal(put(patient('a', 'Two')).status, 200);
  assert.match(JSON.stringify(get('metadata').body), /"updateCreate":false/);
});

test('medplum: a transaction with urn:uuid still gets ids of the server’s choice', () => {
  const { send } = scene({ personality: 'medplum' });
  const entry = [
    { fullUrl: 'urn:uuid:1', resource: patient('x'), request: { method: 'POST', url: 'Patient' } },
  ];
  assert.equal(send('transaction', entry).body.entry?.[0]?.response?.status, '201');
});

test('medplum: history of an instance only', () => {
  const { get } = scene({ personality: 'medplum', resources: [patient('a')] });
  assert.equal(get('Patient/a/_history').status, 200);
  assert.equal(get('Patient/_history').status, 404);
  assert.equal(get('_history').status, 404);
});

test('medplum: a transaction takes 50 updates, and 8 entries with a conditional create', () => {
  const resources = Array.from({ length: 51 }, (_, i) => patient(`p${i}`));
  const { send } = scene({ personality: 'medplum', resources });
  const updates = resources.map(({ id }) => ({
    resource: patient(id ?? '', 'New'),
    request: { method: 'PUT', url: `Patient/${id}` },
  }));
  assert.equal(send('transaction', updates).status, 400);
  assert.equal(send('transaction', updates.slice(1)).status, 200);
  const creates = Array.from({ length: 9 }, (_, i) => ({
    resource: identified(`${i}`),
    request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=urn:x|${i}` },
  }));
  assert.equal(send('transaction', creates).status, 400);
  assert.equal(send('transaction', creates.slice(1)).status, 200);
});

test('medplum and offset-paging: a row that is deleted meanwhile moves another one out of the later page', () => {
  for (const personality of ['medplum', 'offset-paging']) {
    const resources = ['a', 'b', 'c', 'd'].map((id) => patient(id));
    const { get, remove } = scene({ personality, resources });
    const first = get('Patient?_sort=_id&_count=2');
    assert.deepEqual(idsIn(first), ['a', 'b']);
    remove('Patient/a');
    assert.deepEqual(idsIn(get(nextOf(first))), ['d'], personality);
  }
});

test('azure, and doubles-under-parallel-if-none-exist: creates within a second double', () => {
  for (const personality of ['azure', 'doubles-under-parallel-if-none-exist']) {
    const { post, get, pass } = scene({ personality });
    assert.equal(post('Patient', identified('1'), once('1')).status, 201);
    assert.equal(post('Patient', identified('1'), once('1')).status, 201, personality);
    assert.equal(get('Patient?identifier=urn:x|1').body['total'], 2);
    assert.equal(post('Patient', identified('2'), once('2')).status, 201);
    pass(1001);
    assert.equal(post('Patient', identified('2'), once('2')).status, 200, personality);
  }
});

test('azure: stale If-Match is 412', () => {
  const { put } = scene({ personality: 'azure', resources: [patient('a')] });
  assert.equal(put(patient('a', 'B'), { 'If-Match': 'W/"9"' }).status, 412);
});

test('healthlake: searches leave out a resource whose index entry is on its way; reads find it', () => {
  const { put, get, pass } = scene({ personality: 'healthlake:900', resources: [patient('a')] });
  put(patient('a', 'Changed'));
  put(patient('b'));
  assert.deepEqual(idsIn(get('Patient')), []);
  assert.equal(get('Patient/a').headers['etag'], 'W/"2"');
  assert.deepEqual(idsIn(get('Patient', { 'x-amz-fhir-history-consistency-level': 'strong' })), ['a']);
  pass(900_000);
  assert.deepEqual(idsIn(get('Patient')), ['a', 'b']);
});

test('healthlake: a POST with an idempotency key that was used is 409 with the first resource', () => {
  const { post } = scene({ personality: 'healthlake' });
  const key = { 'x-amz-fhir-idempotency-key': '123e4567-e89b-12d3-a456-426614174000' };
  const first = post('Patient', identified('1'), key);
  const second = post('Patient', identified('1'), key);
  assert.deepEqual([first.status, second.status], [201, 409]);
  assert.equal(second.body.id, first.body.id);
  assert.equal(post('Patient', identified('1'), { 'x-amz-fhir-idempotency-key': 'no' }).status, 400);
});

test('if-match-ignored: a stale update overwrites, and the log shows it (I3)', () => {
  const { fhir, put } = scene({ personality: 'if-match-ignored', resources: [patient('a')] });
  put(patient('a', 'Theirs'), { 'If-Match': 'W/"1"' });
  assert.equal(put(patient('a', 'Ours'), { 'If-Match': 'W/"1"' }).status, 200);
  const last = fhir.writes().at(-1);
  assert.notEqual(last?.claimedBase, last?.previous);
});

test('if-none-match-ignored: a create by PUT overwrites', () => {
  const { put } = scene({ personality: 'if-none-match-ignored', resources: [patient('a')] });
  assert.equal(put(patient('a', 'B'), { 'If-None-Match': '*' }).status, 200);
});

test('if-none-exist-ignored: a conditional create always creates', () => {
  const { post, get } = scene({ personality: 'if-none-exist-ignored' });
  post('Patient', identified('1'), once('1'));
  assert.equal(post('Patient', identified('1'), once('1')).status, 201);
  assert.equal(get('Patient').body['total'], 2);
});

test('new-version-for-identical-put: the same content is a new version', () => {
  const { put } = scene({ personality: 'new-version-for-identical-put', resources: [patient('a')] });
  assert.equal(put(patient('a')).headers['etag'], 'W/"2"');
});

test('loses-changed-while-paging: a row that changes meanwhile is on no page', () => {
  const resources = ['a', 'b', 'c', 'd'].map((id) => patient(id));
  const { get, put } = scene({ personality: 'loses-changed-while-paging', resources });
  const first = get('Patient?_sort=_id&_count=2');
  put(patient('c', 'Changed'));
  assert.deepEqual(idsIn(get(nextOf(first))), ['d']);
});

test('refuses-long-query: an address of more than 2 KB is 414, and POST _search works', () => {
  const { fhir, get } = scene({ personality: 'refuses-long-query', resources: [patient('a')] });
  const long = `_id=a,${Array.from({ length: 700 }, (_, i) => `x${i}`).join(',')}`;
  assert.equal(get(`Patient?${long}`).status, 414);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal(fhir.request({ method: 'POST', url: 'Patient/_search', headers, body: long }).status, 200);
});

test('index-lag: searches see a new, a changed and a deleted resource later, reads at once', () => {
  const resources = [patient('changed', 'Old'), patient('deleted')];
  const { get, put, remove, pass } = scene({ personality: 'index-lag:60', resources });
  put(patient('new'));
  put(patient('changed', 'New'));
  remove('Patient/deleted');
  assert.equal(get('Patient/new').status, 200);
  assert.equal(get('Patient/deleted').status, 410);
  const before = get('Patient?_id=changed');
  assert.equal(before.body.entry?.[0]?.resource?.meta?.versionId, '1');
  assert.deepEqual(idsIn(get('Patient?_id=new')), []);
  pass(60_000);
  assert.deepEqual(idsIn(get('Patient?_sort=_id')), ['changed', 'new']);
});

test('index-lag: a write that a transaction rolled back never reaches the index', () => {
  const { get, send, pass } = scene({ personality: 'index-lag:60', resources: [patient('a')] });
  const entry = [
    { resource: patient('new'), request: { method: 'PUT', url: 'Patient/new' } },
    { resource: patient('a', 'B'), request: { method: 'PUT', url: 'Patient/a', ifMatch: 'W/"9"' } },
  ];
  assert.equal(send('transaction', entry).status, 412);
  pass(60_000);
  assert.deepEqual(idsIn(get('Patient')), ['a']);
});

test('late-commit: lastUpdated is older than the commit, and never older than the version before', () => {
  const { put } = scene({ personality: 'late-commit:60' });
  const first = put(patient('a', 'One'));
  const date = Date.parse(first.headers['date'] ?? '');
  assert.equal(date - Date.parse(first.body.meta?.lastUpdated ?? ''), 30_000);
  const second = put(patient('a', 'Two'));
  assert.ok((second.body.meta?.lastUpdated ?? '') >= (first.body.meta?.lastUpdated ?? ''));
});

test('late-commit: a backup has what was committed before it, whatever its lastUpdated says', () => {
  const { fhir, get, put, pass } = scene({ personality: 'late-commit:60', resources: [patient('a')] });
  pass(10_000);
  const date = get('metadata').headers['date'] ?? '';
  pass(10_000);
  const late = put(patient('b'));
  assert.ok(Date.parse(late.body.meta?.lastUpdated ?? '') < Date.parse(date));
  fhir.restore(Date.parse(date));
  assert.equal(get('Patient/b').status, 404);
  assert.equal(get('Patient/a').status, 200);
});

test('no-history, no-transactions and deleted-is-404 do what their names say', () => {
  const { get, put, send, remove } = scene({
    personality: 'no-history,no-transactions,deleted-is-404',
    resources: [patient('a')],
  });
  assert.equal(get('Patient/a/_history').status, 404);
  assert.equal(send('transaction', []).status, 400);
  assert.equal(send('batch', []).status, 200);
  remove('Patient/a');
  assert.equal(get('Patient/a').status, 404);
  assert.equal(put(patient('b')).status, 201);
});

test('labels-merged and search-cache have HAPI’s manners one at a time', () => {
  const tag = [{ system: 'urn:t', code: 'x' }];
  const merged = scene({ personality: 'labels-merged' });
  merged.put({ ...patient('a'), meta: { tag } });
  assert.deepEqual(merged.put(patient('a', 'B')).body.meta?.['tag'], tag);
  const cached = scene({ personality: 'search-cache:5' });
  cached.get('Patient');
  cached.put(patient('a'));
  assert.deepEqual(idsIn(cached.get('Patient')), []);
  cached.pass(5000);
  assert.deepEqual(idsIn(cached.get('Patient')), ['a']);
});

test('server-ids-only refuses a PUT to a new id, and no-post-search a search by POST', () => {
  const { fhir, put } = scene({ personality: 'server-ids-only,no-post-search' });
  assert.equal(put(patient('mine')).status, 404);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal(fhir.request({ method: 'POST', url: 'Patient/_search', headers, body: '' }).status, 405);
});

test('every personality differs from this server', () => {
  for (const name of Object.keys(PERSONALITIES)) assert.notDeepEqual(traitsOf(name), OWN_TRAITS, name);
});

test('by itself the server refuses nothing of this', () => {
  const { put, get } = scene({ resources: [patient('a')] });
  assert.equal(put(weight('w', 'nobody', 50, '2027-01-01')).status, 201);
  assert.equal(put(patient('123')).status, 201);
  assert.equal(get('Patient?shoe-size=44').status, 200);
});
