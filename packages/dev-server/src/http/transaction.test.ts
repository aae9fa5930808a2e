import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, openServer, patient, weight } from '../asking.fixtures.ts';

const { server, ask } = await openServer({ resources: [patient('a')] });
after(() => server.close());

const send = (type: string, entry: readonly object[]): ReturnType<typeof ask> =>
  ask('', { method: 'POST', json: { resourceType: 'Bundle', type, entry } });

const total = async (search: string): Promise<unknown> =>
  (await ask(`${search}&_summary=count`)).body['total'];

test('the entries of a transaction can refer to each other by urn:uuid', async () => {
  const { status, body } = await send('transaction', [
    {
      fullUrl: 'urn:uuid:p',
      resource: { resourceType: 'Patient' },
      request: { method: 'POST', url: 'Patient' },
    },
    {
      fullUrl: 'urn:uuid:w',
      resource: { ...weight('', '', 50, '2026-01-01'), subject: { reference: 'urn:uuid:p' } },
      request: { method: 'POST', url: 'Observation' },
    },
  ]);
  assert.equal(status, 200);
  const [made, observation] = body.entry ?? [];
  assert.equal(made?.response?.status, '201');
  assert.equal(made?.response?.etag, 'W/"1"');
  assert.deepEqual(observation?.resource?.['subject'], { reference: `Patient/${made?.resource?.id}` });
});

test('a transaction with one bad entry changes nothing and names the entry', async () => {
  const answer = await send('transaction', [
    { resource: patient('t1'), request: { method: 'PUT', url: 'Patient/t1' } },
    { resource: patient('a', 'New'), request: { method: 'PUT', url: 'Patient/a', ifMatch: 'W/"9"' } },
  ]);
  assert.equal(answer.status, 412);
  assert.match(JSON.stringify(answer.body), /Bundle\.entry\[1\]/);
  assert.equal((await ask('/Patient/t1')).status, 404);
});

test('a transaction with more than fifty entries is done as a whole', async () => {
  const entries = Array.from({ length: 120 }, (_, n) => ({
    resource: weight(`many-${n}`, 'a', n, '2026-02-01'),
    request: { method: 'PUT', url: `Observation/many-${n}` },
  }));
  assert.equal((await send('transaction', entries)).status, 200);
  assert.equal(await total('/Observation?patient=a'), 120);
});

test('a marker beside an edit makes a repeat of the transaction harmless', async () => {
  const entries = [
    { resource: patient('a', 'Edited'), request: { method: 'PUT', url: 'Patient/a', ifMatch: 'W/"1"' } },
    {
      resource: { resourceType: 'Provenance', id: 'intent-1', target: [{ reference: 'Patient/a' }] },
      request: { method: 'PUT', url: 'Provenance/intent-1', ifNoneMatch: '*' },
    },
  ];
  assert.equal((await send('transaction', entries)).status, 200);
  assert.equal((await send('transaction', entries)).status, 412);
  assert.equal((await ask('/Patient/a')).headers.get('etag'), 'W/"2"');
});

test('ifNoneExist and conditional references are resolved in a transaction', async () => {
  const identifier = [{ system: 'urn:test', value: 'gp' }];
  const entries = [
    {
      fullUrl: 'urn:uuid:g',
      resource: { resourceType: 'Practitioner', identifier },
      request: { method: 'POST', url: 'Practitioner', ifNoneExist: 'identifier=urn:test|gp' },
    },
    {
      resource: { ...weight('', 'a', 1, '2026-03-01'), performer: [{ reference: 'urn:uuid:g' }] },
      request: { method: 'POST', url: 'Observation' },
    },
  ];
  const first = await send('transaction', entries);
  const second = await send('transaction', entries);
  const id = first.body.entry?.[0]?.resource?.id;
  assert.deepEqual(second.body.entry?.[1]?.resource?.['performer'], [{ reference: `Practitioner/${id}` }]);
  const third = await send('transaction', [
    {
      resource: {
        ...weight('', 'a', 1, '2026-03-02'),
        performer: [{ reference: 'Practitioner?identifier=urn:test|gp' }],
      },
      request: { method: 'POST', url: 'Observation' },
    },
  ]);
  assert.deepEqual(third.body.entry?.[0]?.resource?.['performer'], [{ reference: `Practitioner/${id}` }]);
});

test('each entry of a batch is independent, in its order and with its own outcome', async () => {
  const { body } = await send('batch', [
    { request: { method: 'GET', url: 'Patient/nobody' } },
    { resource: patient('b1'), request: { method: 'PUT', url: 'Patient/b1' } },
    { request: { method: 'GET', url: 'Observation?patient=a&_summary=count' } },
    { nothing: true },
  ]);
  assert.equal(body['type'], 'batch-response');
  assert.deepEqual(
    (body.entry ?? []).map((entry) => entry.response?.status),
    ['404', '201', '200', '400'],
  );
  assert.equal(body.entry?.[0]?.response?.outcome?.resourceType, 'OperationOutcome');
});

test('a transaction that writes one resource twice is refused', async () => {
  const entry = { resource: patient('twice'), request: { method: 'PUT', url: 'Patient/twice' } };
  const answer = await send('transaction', [entry, entry]);
  assert.equal(answer.status, 400);
  assert.equal(issueOf(answer), 'error invalid');
});
