import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, openServer } from '../asking.fixtures.ts';

const { server, ask } = await openServer();
after(() => server.close());

test('If-None-Exist creates once, even if three requests arrive together', async () => {
  const json = { resourceType: 'Patient', identifier: [{ system: 'urn:test', value: 'x1' }] };
  const headers = { 'If-None-Exist': 'identifier=urn:test|x1' };
  const answers = await Promise.all([1, 2, 3].map(() => ask('/Patient', { method: 'POST', json, headers })));
  assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '200', '201']);
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
});

test('an If-None-Exist with two matches is 412, and one that is not understood is 400', async () => {
  const json = { resourceType: 'Patient', identifier: [{ system: 'urn:test', value: 'two' }] };
  await ask('/Patient', { method: 'POST', json });
  await ask('/Patient', { method: 'POST', json });
  const two = await ask('/Patient', {
    method: 'POST',
    json,
    headers: { 'If-None-Exist': 'identifier=urn:test|two' },
  });
  assert.equal(two.status, 412);
  assert.equal(issueOf(two), 'error multiple-matches');
  const odd = await ask('/Patient', { method: 'POST', json, headers: { 'If-None-Exist': 'shoe-size=44' } });
  assert.equal(odd.status, 400);
});
