import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, openServer, patient } from '../asking.fixtures.ts';

const lines: string[] = [];
const { server, ask } = await openServer({ resources: [patient('a')], log: (line) => lines.push(line) });
after(() => server.close());

const json = { 'Content-Type': 'application/fhir+json' };

const WRONG: readonly [title: string, path: string, init: RequestInit, status: number, issue: string][] = [
  ['an address outside the service', '/../elsewhere', {}, 404, 'error not-found'],
  ['a type that R4 does not have', '/Resident/1', {}, 404, 'error not-supported'],
  ['an unknown id', '/Patient/nobody', {}, 404, 'error not-found'],
  ['an unknown version', '/Patient/a/_history/9', {}, 404, 'error not-found'],
  [
    'a body that is not JSON',
    '/Patient',
    { method: 'POST', body: '{"family": Ashworth', headers: json },
    400,
    'error structure',
  ],
  [
    'a body that is not FHIR',
    '/Patient',
    { method: 'POST', body: '[]', headers: json },
    400,
    'error structure',
  ],
  [
    'a body of another type',
    '/Patient',
    { method: 'POST', body: '{"resourceType":"Group"}', headers: json },
    400,
    'error invalid',
  ],
  [
    'an id that is not the address’s',
    '/Patient/a',
    { method: 'PUT', body: '{"resourceType":"Patient","id":"b"}', headers: json },
    400,
    'error invalid',
  ],
  [
    'an illegal id',
    '/Patient/a_b',
    { method: 'PUT', body: '{"resourceType":"Patient","id":"a_b"}', headers: json },
    400,
    'error value',
  ],
  [
    'XML',
    '/Patient',
    { method: 'POST', body: '<Patient/>', headers: { 'Content-Type': 'application/fhir+xml' } },
    415,
    'error not-supported',
  ],
  [
    'a wish for XML',
    '/Patient/a',
    { headers: { Accept: 'application/fhir+xml' } },
    406,
    'error not-supported',
  ],
  [
    'a method that is not done here',
    '/Patient/a',
    { method: 'POST', body: '[]', headers: json },
    405,
    'error not-supported',
  ],
  [
    'a Bundle that is no batch',
    '',
    { method: 'POST', body: '{"resourceType":"Bundle","type":"collection"}', headers: json },
    400,
    'error not-supported',
  ],
];

for (const [title, path, init, status, issue] of WRONG) {
  test(`${title} is ${status} with an OperationOutcome that does not repeat the request`, async () => {
    const answer = await ask(path, init);
    assert.equal(answer.status, status);
    assert.equal(issueOf(answer), issue);
    assert.equal(answer.headers.get('content-type'), 'application/fhir+json; charset=utf-8');
    assert.doesNotMatch(JSON.stringify(answer.body), /Ashworth|nobody/);
  });
}

test('the answer to a refused method names the allowed ones', async () => {
  assert.equal(
    (await ask('/Patient/a', { method: 'POST', body: '[]', headers: json })).headers.get('allow'),
    'GET, PUT, PATCH, DELETE',
  );
});

test('the access log holds neither queries nor bodies', async () => {
  lines.length = 0;
  await ask('/Patient?family=Ashworth');
  await ask('/Patient', { method: 'POST', json: patient('x', 'Ashworth') });
  assert.deepEqual(lines, ['GET /fhir/Patient 200', 'POST /fhir/Patient 201']);
});
