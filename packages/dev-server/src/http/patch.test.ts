import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patient } from '../asking.fixtures.ts';
import { scene } from '../server/scene.fixtures.ts';

const A = {
  ...patient('a', 'One'),
  telecom: [
    { system: 'phone', value: '1' },
    { system: 'phone', value: '2' },
  ],
};
const resources = [A];

test('a JSON Patch changes what it names, as one new version', () => {
  const { patch } = scene({ resources });
  const { status, headers, body } = patch('Patient/a', [
    { op: 'test', path: '/telecom/1/value', value: '2' },
    { op: 'replace', path: '/telecom/1/value', value: '3' },
    { op: 'remove', path: '/telecom/0' },
    { op: 'add', path: '/gender', value: 'female' },
    { op: 'copy', from: '/telecom/0', path: '/telecom/-' },
    { op: 'move', from: '/birthDate', path: '/deceasedDateTime' },
  ]);
  assert.equal(status, 200);
  assert.equal(headers['etag'], 'W/"2"');
  assert.deepEqual(body['telecom'], [
    { system: 'phone', value: '3' },
    { system: 'phone', value: '3' },
  ]);
  assert.deepEqual(
    [body['gender'], body['deceasedDateTime'], body['birthDate']],
    ['female', '1941-07-14', undefined],
  );
});

test('a failing test stops the whole patch with 422, and nothing is changed', () => {
  const { patch, get } = scene({ resources });
  const { status } = patch('Patient/a', [
    { op: 'add', path: '/gender', value: 'female' },
    { op: 'test', path: '/birthDate', value: '1900-01-01' },
  ]);
  assert.equal(status, 422);
  const { headers, body } = get('Patient/a');
  assert.equal(headers['etag'], 'W/"1"');
  assert.equal(body['gender'], undefined);
});

test('If-Match guards a patch; a missing resource is 404, a deleted one 410', () => {
  const { patch, remove } = scene({ resources });
  const operations = [{ op: 'add', path: '/gender', value: 'female' }];
  assert.equal(patch('Patient/a', operations, { 'If-Match': 'W/"9"' }).status, 412);
  assert.equal(patch('Patient/nobody', operations).status, 404);
  remove('Patient/a');
  assert.equal(patch('Patient/a', operations).status, 410);
});

test('a patch may change neither the id nor the type, and what is no patch is 400', () => {
  const { patch } = scene({ resources });
  assert.equal(patch('Patient/a', [{ op: 'replace', path: '/id', value: 'b' }]).status, 422);
  assert.equal(patch('Patient/a', [{ op: 'replace', path: '/resourceType', value: 'Group' }]).status, 422);
  for (const body of [{}, [{ op: 'shout', path: '/id' }], [{ op: 'add' }]]) {
    assert.equal(patch('Patient/a', body).status, 400);
  }
  assert.equal(patch('Patient/a', [], { 'content-type': 'application/xml' }).status, 415);
});

test('a transaction takes a patch as a Binary', () => {
  const { send, get } = scene({ resources });
  const data = Buffer.from('[{"op":"add","path":"/gender","value":"female"}]').toString('base64');
  const entry = {
    resource: { resourceType: 'Binary', contentType: 'application/json-patch+json', data },
    request: { method: 'PATCH', url: 'Patient/a', ifMatch: 'W/"1"' },
  };
  assert.equal(send('transaction', [entry]).body.entry?.[0]?.response?.etag, 'W/"2"');
  assert.equal(get('Patient/a').body['gender'], 'female');
  assert.equal(send('transaction', [entry]).status, 412);
});
